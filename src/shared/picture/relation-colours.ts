import { type LineStyle, pageLink, type Word } from '../vocabulary'

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
const paper = { light: '#fbfcfe', dark: '#12161e' } as const

/** What a picture is drawn on. */
export type Theme = 'light' | 'dark'
export type RelationLook = { readonly colour: string; readonly line: LineStyle }

/** From the ninth name on colours come again, so the line tells them apart. */
const lines: readonly LineStyle[] = ['solid', 'dashed', 'dotted']

/**
 * How each relation is drawn: as its word says, else by its place in the dictionary of the site, which
 * only grows after page links, so that a name has one colour in every workspace. Names that are in no dictionary follow
 * in the order in which they were first seen.
 */
export function relationLooks(
  names: readonly string[],
  words: readonly Word[],
  theme: Theme,
): ReadonlyMap<string, RelationLook> {
  const palette = theme === 'light' ? light : dark
  const said = new Map(words.map((word) => [word.name, word]))
  const places = new Map(
    [...new Set([pageLink, ...said.keys(), ...names])].map((name, at) => [name, at]),
  )
  return new Map(
    names.map((name) => {
      const word = said.get(name)
      const at = places.get(name) ?? 0
      const usual = palette[at % palette.length] ?? '#888888'
      const line = lines[Math.floor(at / palette.length) % lines.length] ?? 'solid'
      return [
        name,
        {
          colour: word?.colour === undefined ? usual : readable(word.colour, theme),
          line: word?.line ?? line,
        },
      ]
    }),
  )
}

const parts = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Relative luminance, after WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** A chosen colour, made darker or lighter until a line of it can be seen on the paper. */
export function readable(colour: string, theme: Theme): string {
  const end = theme === 'light' ? 0 : 255
  let shade = colour.toLowerCase()
  for (let step = 1; step <= 20 && contrast(shade, paper[theme]) < 3; step += 1) {
    const mixed = parts(colour).map((part) => Math.round(part + ((end - part) * step) / 20))
    shade = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
  return shade
}
