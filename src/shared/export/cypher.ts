import { chunk, groupBy } from 'es-toolkit'
import { aboutOf } from './about'
import { edgeFields, nodeFields, valuesOf } from './fields'
import { labelsOf } from './neo4j'
import type { Drawn, FileEdge, FileNode } from './model'
import { oneLine, printable } from './text'

/** Rows of one statement: few enough for a server to plan, enough not to plan for each. */
const rows = 500

/**
 * A script of openCypher for Neo4j, Memgraph and others. What is there by its id is brought up to
 * date rather than made twice, so it can be run again. A name of a relation becomes a type.
 */
export function toCypher({ file }: Drawn): string {
  const { title, source, exportedAt, creator } = aboutOf(file)
  return [
    ...[title, source, exportedAt, creator].map((line) => `// ${oneLine(line)}`),
    '// An index makes this quick. Neo4j: CREATE INDEX FOR (n:Entity) ON (n.id)',
    '// Memgraph: CREATE INDEX ON :Entity(id)',
    ...statements(file.nodes, labelsOf, nodeRow, (labels) => [
      `MERGE (n:Entity {id: row.id}) SET n += row, n:${labels.join(':')};`,
    ]),
    ...statements(file.edges, typeOf, edgeRow, (type) => [
      'MATCH (source:Entity {id: row.source}), (target:Entity {id: row.target})',
      `MERGE (source)-[r:${type} {id: row.facts.id}]->(target) SET r += row.facts;`,
    ]),
    '',
  ].join('\n')
}

/** Things of one kind, some hundred at a time: kinds cannot be told by a row. */
function statements<T, Kind>(
  things: readonly T[],
  kindOf: (thing: T) => Kind,
  rowOf: (thing: T) => string,
  write: (kind: Kind) => readonly string[],
): string[] {
  const groups = groupBy(things, (thing) => String(kindOf(thing)))
  return Object.values(groups).flatMap((same) =>
    chunk(same, rows).flatMap((part) => {
      const [first] = part
      if (first === undefined) return []
      const list = part.map((thing) => `  ${rowOf(thing)}`).join(',\n')
      return [`UNWIND [\n${list}\n] AS row`, ...write(kindOf(first))]
    }),
  )
}

const nodeRow = (node: FileNode): string =>
  mapOf({
    ...{ id: node.id, title: node.title },
    ...valuesOf(nodeFields, node),
    ...{ x: node.position?.x, y: node.position?.y },
  })

const edgeRow = (edge: FileEdge): string =>
  `{source: ${textOf(edge.source)}, target: ${textOf(edge.target)}, facts: ${mapOf({
    id: edge.id,
    ...valuesOf(edgeFields, edge),
  })}}`

const mapOf = (values: Readonly<Record<string, string | number | undefined>>): string =>
  `{${Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${literalOf(value)}`]))
    .join(', ')}}`

const literalOf = (value: string | number): string =>
  typeof value === 'number' ? String(value) : textOf(value)

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const textOf = (text: string): string =>
  `'${printable(text).replace(/[\\'\n\r\t]/g, (letter) => escapes[letter] ?? letter)}'`

/**
 * Quoted, so that any name is a type. A backslash goes by its code: Neo4j reads codes of letters
 * also here, and with one a name could end its own quotation.
 */
const typeOf = ({ relation }: FileEdge): string =>
  `\`${oneLine(relation).replace(/\\/g, '\\u005C').replace(/`/g, '``')}\``
