/** What one topic came to: tables, and what must be known to read them. */
export type Section = {
  readonly title: string
  readonly notes: readonly string[]
  readonly tables: readonly Table[]
}

export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** As Markdown, in the columns that Prettier makes. */
function tableText({ head, rows }: Table): string {
  const widths = head.map((_cell, at) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[at] ?? '').length)),
  )
  const padded = (row: readonly string[]) =>
    widths.map((width, at) => (row[at] ?? '').padEnd(width))
  return [
    line(padded(head)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(padded(row))),
  ].join('\n')
}

export const sectionText = ({ title, notes, tables }: Section): string =>
  [`## ${title}`, ...notes, ...tables.map(tableText)].join('\n\n')

/** `12.3 ms`, `1.23 s`. */
export const asTime = (ms: number): string =>
  Number.isNaN(ms)
    ? '–'
    : ms >= 1000
      ? `${(ms / 1000).toFixed(2)} s`
      : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`

export const asRatio = (ours: number, other: number): string =>
  Number.isFinite(ours / other) ? (ours / other).toFixed(2) : '–'

/** In plain words: whether an aim is met, or by how much it is missed. */
export function verdict(value: number, aim: { atMost: number } | { atLeast: number }): string {
  const missed = 'atMost' in aim ? value / aim.atMost : aim.atLeast / value
  if (Number.isNaN(missed)) return 'not measured'
  return missed <= 1 ? 'met' : `missed by ${missed.toFixed(2)} times`
}
