import Papa from 'papaparse'
import { guardCell } from '../edit'
import { aboutOf } from './about'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn, FileEdge, FileNode } from './model'
import { printable } from './text'

/** Every node, one a row. */
export const nodesCsv = ({ file }: Drawn): string => table(nodeColumns, file.nodes, file)

/** Every relation, one a row, with the titles of its ends. */
export function relationsCsv({ file }: Drawn): string {
  const titles = new Map(file.nodes.map(({ id, title }) => [id, title]))
  const columns: readonly Field<FileEdge>[] = [
    { name: 'relation', kind: 'string', of: ({ relation }) => relation },
    { name: 'source', kind: 'string', of: ({ source }) => source },
    { name: 'target', kind: 'string', of: ({ target }) => target },
    { name: 'sourceTitle', kind: 'string', of: ({ source }) => titles.get(source) },
    { name: 'targetTitle', kind: 'string', of: ({ target }) => titles.get(target) },
    ...edgeFields,
  ]
  return table(columns, file.edges, file)
}

const nodeColumns: readonly Field<FileNode>[] = [
  { name: 'id', kind: 'string', of: ({ id }) => id },
  { name: 'title', kind: 'string', of: ({ title }) => title },
  ...nodeFields,
  { name: 'x', kind: 'double', of: ({ position }) => position?.x },
  { name: 'y', kind: 'double', of: ({ position }) => position?.y },
]

/**
 * As spreadsheets want it: a mark at the beginning that says UTF-8, CRLF, and an apostrophe before
 * what would be run as a formula. Every cell is quoted, so that it stays one whatever separator the
 * table is opened with. A number is no formula, whatever its sign. The last two columns say where
 * the row comes from, for a table has no other place for it.
 */
function table<T>(columns: readonly Field<T>[], things: readonly T[], file: Drawn['file']): string {
  const { source, exportedAt } = aboutOf(file)
  const rows = things.map((thing) => [
    ...columns.map(({ of }) => cell(of(thing))),
    cell(source),
    exportedAt,
  ])
  const fields = [...columns.map(({ name }) => name), 'site', 'exportedAt']
  return `\uFEFF${Papa.unparse({ fields, data: rows }, { newline: '\r\n', quotes: true })}\r\n`
}

const cell = (value: string | number | undefined): string | number =>
  typeof value === 'string' ? guardCell(printable(value)) : (value ?? '')
