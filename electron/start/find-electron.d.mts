export function electronFolder(): string | null
export function presentElectron(): string | null
