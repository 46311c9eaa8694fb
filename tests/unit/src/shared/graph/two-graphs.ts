import fc from 'fast-check'
import {
  emptyGraph,
  type EntityType,
  type GraphFile,
  merge,
  type NodeId,
  refOf,
  relationOf,
  toGraphFile,
  unknownEntity,
} from '@shared/graph'
import { anyBatch, anyWildBatch } from './any-graph'

export type Answer = GraphFile['completeness'][number]
type Graph = Parameters<typeof toGraphFile>[0]

export const at = '2026-11-24T10:00:00.000Z'
export const site = 'https://example.atlassian.net'

export const answer = (
  node: NodeId,
  relation: string,
  direction: 'out' | 'in',
  type: EntityType,
  state: Answer['state'] = 'complete',
): Answer => ({ node, relation, direction, type, state, at, found: 0 })

export const exported = (graph: Graph, completeness: Answer[] = []): GraphFile =>
  toGraphFile(graph, { version: '1', site, exportedAt: at, calls: 0, failures: [], completeness })

/** A graph of edges like `1 link 2`, all of content. */
export function graphOf(lines: readonly string[], completeness: Answer[] = []): GraphFile {
  const relations = lines.map((line) => {
    const [source = '', name = '', target = ''] = line.split(' ')
    return relationOf(name, `content:${source}`, `content:${target}`)
  })
  const entities = (['content:1', 'content:2', 'content:3'] as const).map(unknownEntity)
  return exported(merge(emptyGraph, { entities, relations }).graph, completeness)
}

/** Answers to every question that would show one of these edges. */
export const allAnswered = (files: readonly GraphFile[]): Answer[] =>
  files.flatMap(({ edges }) =>
    edges.map(({ source, relation, target }) =>
      answer(source, relation, 'out', refOf(target).type),
    ),
  )

const anyAnswer: fc.Arbitrary<Answer> = fc
  .tuple(
    fc.constantFrom<NodeId>('content:1', 'user:2', 'space:3'),
    fc.constantFrom('link', 'depends-on', 'a|b'),
    fc.constantFrom('out', 'in'),
    fc.constantFrom('content', 'user', 'space'),
    fc.constantFrom('complete', 'forbidden', 'cut', 'stale'),
  )
  .map((parts) => answer(...parts))

export const anyExport: fc.Arbitrary<GraphFile> = fc
  .tuple(fc.oneof(anyBatch, anyWildBatch), fc.array(anyAnswer, { maxLength: 12 }))
  .map(([batch, answers]) => exported(merge(emptyGraph, batch).graph, answers))
