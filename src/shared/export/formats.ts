import { nodesCsv, relationsCsv } from './csv'
import { toCyjs } from './cyjs'
import { toCypher } from './cypher'
import { toDot } from './dot'
import { toGexf } from './gexf'
import { toGraphml } from './graphml'
import { toMermaid } from './mermaid'
import { nodesNeo4j, relationsNeo4j } from './neo4j'
import type { Drawn, Written } from './model'

export type FormatName =
  | 'json'
  | 'csv'
  | 'csv-nodes'
  | 'csv-relations'
  | 'graphml'
  | 'gexf'
  | 'cyjs'
  | 'cypher'
  | 'neo4j'
  | 'dot'
  | 'mermaid'

export type Format = {
  readonly name: FormatName
  /** What it is, for people. */
  readonly title: string
  readonly ending: string
  readonly mime: string
  /** Two tables, which one file cannot hold. */
  readonly isPair: boolean
  readonly write: (drawn: Drawn) => readonly Written[]
}

const one = (write: (drawn: Drawn) => string) => (drawn: Drawn) => [
  { part: '', text: write(drawn) },
]
const format = (
  name: FormatName,
  title: string,
  ending: string,
  mime: string,
  write: Format['write'],
): Format => ({ name, title, ending, mime, isPair: false, write })

/** Nodes and relations, in a table each. */
const pair = (
  name: FormatName,
  title: string,
  nodes: (drawn: Drawn) => string,
  relations: (drawn: Drawn) => string,
): Format => ({
  ...{ name, title, ending: 'csv', mime: 'text/csv', isPair: true },
  write: (drawn) => [
    { part: 'nodes', text: nodes(drawn) },
    { part: 'relations', text: relations(drawn) },
  ],
})

const toJson = ({ file }: Drawn): string => `${JSON.stringify(file, null, 2)}\n`

/** Every format that is text, in the order in which it is offered. */
export const formats: readonly Format[] = [
  format('json', 'JSON', 'json', 'application/json', one(toJson)),
  pair('csv', 'CSV, nodes and relations', nodesCsv, relationsCsv),
  format('csv-nodes', 'CSV, nodes', 'csv', 'text/csv', one(nodesCsv)),
  format('csv-relations', 'CSV, relations', 'csv', 'text/csv', one(relationsCsv)),
  format('graphml', 'GraphML', 'graphml', 'application/xml', one(toGraphml)),
  format('gexf', 'GEXF', 'gexf', 'application/xml', one(toGexf)),
  format('cyjs', 'Cytoscape', 'cyjs', 'application/json', one(toCyjs)),
  format('cypher', 'openCypher', 'cypher', 'text/plain', one(toCypher)),
  pair('neo4j', 'Neo4j import', nodesNeo4j, relationsNeo4j),
  format('dot', 'DOT', 'dot', 'text/vnd.graphviz', one(toDot)),
  format('mermaid', 'Mermaid', 'mmd', 'text/plain', one(toMermaid)),
]

/** The format that goes by a name or a file's ending; of two with one ending, the first. */
export const formatOf = (word: string): Format | null =>
  formats.find(({ name, ending }) => name === word || ending === word) ?? null
