export function presentElectron(): string | null
