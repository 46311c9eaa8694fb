/** Told apart in both themes and, as far as eight can be, with the common colour blindnesses. */
const light = [
  '#2f6fde',
  '#b8500b',
  '#12805c',
  '#b0308f',
  '#6a4bd0',
  '#8a6d00',
  '#c22f3d',
  '#0b7a93',
]
const dark = [
  '#7fb0ff',
  '#f0a35e',
  '#5fd0a0',
  '#f08fd6',
  '#b6a1ff',
  '#d9bf4a',
  '#ff8f95',
  '#5fd0e8',
]

export type Theme = 'light' | 'dark'

/** A colour for each relation name, in the order in which names were first seen. */
export function relationColours(
  names: readonly string[],
  theme: Theme,
): ReadonlyMap<string, string> {
  const palette = theme === 'light' ? light : dark
  return new Map(names.map((name, at) => [name, palette[at % palette.length] ?? '#888888']))
}
