/** The words for one, or those for any other count: `is`, `are`. */
export const agree = (count: number, one: string, many: string): string =>
  count === 1 ? one : many

/** `1 node`, `1,234 nodes`; a plural that is no mere `s` is said. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${agree(count, one, many)}`
