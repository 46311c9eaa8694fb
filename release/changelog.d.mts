export function notesOf(changelog: string, version: string): string | null
export function unsignedWords(env: Record<string, string | undefined>): string
