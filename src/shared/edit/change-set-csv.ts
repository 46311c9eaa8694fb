import Papa from 'papaparse'
import { type ChangeLine, judgeLine, maxChangeLines } from './change-set'
import { guardCell, unguardCell } from './csv-cell'
import { quoted } from '../text'

/** A line that cannot be used. `line` counts from 1: rows of a CSV file, or lines in JSON. */
export type BadLine = { readonly line: number; readonly sentence: string }

/** `reason` ends a sentence about the file: “it is empty”. */
type ReadCsv =
  | { readonly ok: true; readonly lines: readonly ChangeLine[]; readonly bad: readonly BadLine[] }
  | { readonly ok: false; readonly reason: string }

const columns = ['relation', 'source', 'target', 'action', 'newName'] as const
type Column = (typeof columns)[number]

/** The lines as a table for spreadsheets and scripts: CRLF as RFC 4180 asks, and every cell quoted. */
export const toCsv = (lines: readonly ChangeLine[]): string =>
  `${Papa.unparse(
    {
      fields: [...columns],
      data: lines.map((line) => columns.map((column) => guardCell(line[column] ?? ''))),
    },
    { newline: '\r\n', quotes: true },
  )}\r\n`

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/** Excel's own first line, which names the separator and is no row: `sep=;`. */
const namedSeparator = /^\s*"?sep=(.)"?[^\S\r\n]*(\r\n|\r|\n|$)/i

/**
 * Where the file does not name the separator, the first line alone tells it: it holds known words,
 * while names further down may be full of commas and semicolons.
 */
function separated(text: string): { readonly delimiter: string; readonly rows: string } {
  const named = namedSeparator.exec(text)
  if (named?.[1] !== undefined) {
    // The line stays as an empty one, so that rows keep their numbers.
    return { delimiter: named[1], rows: `${named[2] ?? ''}${text.slice(named[0].length)}` }
  }
  const [firstLine = ''] = /^.*\S.*$/m.exec(text) ?? []
  const { delimiter } = Papa.parse(firstLine, { delimitersToGuess: [',', ';', '\t', '|'] }).meta
  return { delimiter, rows: text }
}

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
      return { ok: false, reason: `its first line names no column ${quoted(column)}` }
    }
    if (at !== names.lastIndexOf(name)) {
      return { ok: false, reason: `its first line names the column ${quoted(column)} twice` }
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
  const cell = (column: Column) => unguardCell(row[places.get(column) ?? -1] ?? '')
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
  const { delimiter, rows } = separated(bare)
  const { data, errors } = Papa.parse<string[]>(rows, { delimiter })
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
