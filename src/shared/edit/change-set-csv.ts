import Papa from 'papaparse'
import { type ChangeLine, judgeLine, maxChangeLines } from './change-set'

/** A line that cannot be used. `line` counts from 1: rows of a CSV file, or lines in JSON. */
export type BadLine = { readonly line: number; readonly sentence: string }

/** `reason` ends a sentence about the file: “it is empty”. */
type ReadCsv =
  | { readonly ok: true; readonly lines: readonly ChangeLine[]; readonly bad: readonly BadLine[] }
  | { readonly ok: false; readonly reason: string }

const columns = ['relation', 'source', 'target', 'action', 'newName'] as const
type Column = (typeof columns)[number]

/**
 * A spreadsheet runs a cell that begins so as a formula. An apostrophe before it stops that. A
 * cell that has apostrophes there already gets one more, so that reading can take one away always.
 */
export const guardCell = (cell: string): string =>
  /^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
const unguard = (cell: string): string => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell)

/** The lines as a table for spreadsheets and scripts, with CRLF as RFC 4180 asks. */
export const toCsv = (lines: readonly ChangeLine[]): string =>
  `${Papa.unparse(
    {
      fields: [...columns],
      data: lines.map((line) => columns.map((column) => guardCell(line[column] ?? ''))),
    },
    { newline: '\r\n' },
  )}\r\n`

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/**
 * The delimiter is told from the first line alone: it holds known words, while names further down
 * may be full of commas and semicolons.
 */
const delimiterOf = (text: string): string =>
  Papa.parse(/^.*\S.*$/m.exec(text)?.[0] ?? '', { delimitersToGuess: [',', ';', '\t'] }).meta
    .delimiter

type Header =
  | { readonly ok: true; readonly places: ReadonlyMap<Column, number> }
  | { readonly ok: false; readonly reason: string }

/** Where each column stands. Other columns are the person's own notes. */
function readHeader(row: readonly string[]): Header {
  const names = row.map((cell) => cell.trim().toLowerCase())
  const places = new Map<Column, number>()
  for (const column of columns) {
    const name = column.toLowerCase()
    const at = names.indexOf(name)
    if (at >= 0) places.set(column, at)
    else if (column !== 'newName') {
      return { ok: false, reason: `its first line names no column “${column}”` }
    }
    if (at !== names.lastIndexOf(name)) {
      return { ok: false, reason: `its first line names the column “${column}” twice` }
    }
  }
  return { ok: true, places }
}

/** `content:123` as it is; a bare number is the id of a page or blog post. */
const idOf = (cell: string): string => {
  const id = cell.trim()
  return /^\d+$/.test(id) ? `content:${id}` : id
}

/** Names are kept to the letter, for a name with a space at its end can exist at Confluence. */
function lineOf(row: readonly string[], places: ReadonlyMap<Column, number>): object {
  const cell = (column: Column) => unguard(row[places.get(column) ?? -1] ?? '')
  const action = cell('action').trim().toLowerCase()
  const newName = cell('newName')
  const isUnnamed = newName === '' || (action !== 'retype' && newName.trim() === '')
  return {
    action,
    relation: cell('relation'),
    source: idOf(cell('source')),
    target: idOf(cell('target')),
    ...(isUnnamed ? {} : { newName }),
  }
}

/** What the library says of a row whose quotation marks do not pair. */
const quoteTrouble = (code: string): string =>
  code === 'MissingQuotes'
    ? 'A quotation mark on this line is never closed, so nothing after it was read.'
    : 'The quotation marks on this line do not pair; one inside a cell is written twice.'

/** Reads a table with the columns of `toCsv` in any order; `newName` may be left out. */
export function readCsv(text: string): ReadCsv {
  const bare = text.replace(/^\uFEFF/, '')
  const { data, errors } = Papa.parse<string[]>(bare, { delimiter: delimiterOf(bare) })
  const top = data.findIndex((row) => !isBlank(row))
  if (top < 0) return { ok: false, reason: 'it is empty' }
  const header = readHeader(data[top] ?? [])
  if (!header.ok) return header

  const width = data[top]?.length ?? 0
  const unpaired = new Map(
    errors.flatMap(({ type, code, row }) =>
      type === 'Quotes' && row !== undefined ? [[row, quoteTrouble(code)]] : [],
    ),
  )
  const lines: ChangeLine[] = []
  const bad: BadLine[] = []
  for (const [at, row] of data.entries()) {
    if (at <= top || isBlank(row)) continue
    if (lines.length + bad.length >= maxChangeLines) {
      return { ok: false, reason: `it has more than ${maxChangeLines} lines` }
    }
    const judged = judgeLine(lineOf(row, header.places))
    const trouble =
      unpaired.get(at) ??
      (isBlank(row.slice(width)) ? null : 'This line has more cells than the first line.')
    if (trouble !== null) bad.push({ line: at + 1, sentence: trouble })
    else if (judged.ok) lines.push(judged.line)
    else bad.push({ line: at + 1, sentence: judged.sentence })
  }
  return { ok: true, lines, bad }
}
