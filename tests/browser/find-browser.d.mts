export function presentBrowser(): string | null
export function getBrowser(): string
