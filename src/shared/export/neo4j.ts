import Papa from 'papaparse'
import { edgeFields, type Field, nodeFields } from './fields'
import type { Drawn, FileEdge, FileNode } from './model'
import { oneLine } from './text'

const entity = 'Entity'
const typeLabels = { content: 'Content', space: 'Space', user: 'User' } as const

/** What a node is to a graph database: an entity, of one of the three types. */
export const labelsOf = ({ type }: FileNode): readonly string[] => [entity, typeLabels[type]]

/** Every node, as `neo4j-admin database import` takes it. */
export const nodesNeo4j = ({ file }: Drawn): string =>
  table(
    [
      { name: 'id:ID', kind: 'string', of: ({ id }) => id },
      { name: 'title', kind: 'string', of: ({ title }) => title },
      ...nodeFields,
      { name: 'x:double', kind: 'double', of: ({ position }) => position?.x },
      { name: 'y:double', kind: 'double', of: ({ position }) => position?.y },
      { name: ':LABEL', kind: 'string', of: (node) => labelsOf(node).join(';') },
    ],
    file.nodes,
  )

/** Every relation, by the ids of its ends; its name is its type. */
export const relationsNeo4j = ({ file }: Drawn): string =>
  table<FileEdge>(
    [
      { name: ':START_ID', kind: 'string', of: ({ source }) => source },
      { name: ':END_ID', kind: 'string', of: ({ target }) => target },
      { name: ':TYPE', kind: 'string', of: ({ relation }) => relation },
      { name: 'id', kind: 'string', of: ({ id }) => id },
      ...edgeFields,
    ],
    file.edges,
  )

/**
 * A text is quoted and a value that is not known is not, which is how the import tells an empty text
 * from none. It is for a database, so nothing stands before what a spreadsheet would run; and on one
 * line, since lines within a cell are an option there.
 */
function table<T>(columns: readonly Field<T>[], things: readonly T[]): string {
  const rows = things.map((thing) =>
    columns.map(({ of }) => {
      const value = of(thing)
      return typeof value === 'string' ? oneLine(value) : value
    }),
  )
  const head = columns.map(({ name }) => name).join(',')
  const isQuoted = (value: unknown) => typeof value === 'string'
  const body = Papa.unparse(rows, { newline: '\n', quotes: isQuoted, header: false })
  return things.length === 0 ? `${head}\n` : `${head}\n${body}\n`
}
