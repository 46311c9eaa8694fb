/** How wide the rim of paper round letters of a size is drawn, half of it beyond them. */
export const rimOf = (size: number): number => size / 4
