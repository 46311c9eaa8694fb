/** `1 node`, `1,234 nodes`; a plural that is no mere `s` is said. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
