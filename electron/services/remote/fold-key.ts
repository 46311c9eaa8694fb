/** Keys of spaces are the same in any case. */
export const foldKey = (key: string): string => key.toLowerCase()
