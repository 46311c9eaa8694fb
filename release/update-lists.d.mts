export function nameList(folder: string, arch: string): void
export function joinLists(folder: string): void
