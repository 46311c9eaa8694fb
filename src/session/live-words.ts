import { type CrawlProgress, type CrawlSummary, stateOfFailure } from '@shared/crawl'
import type { Match } from '@shared/filter'
import type { Batch, EdgeId, Entity, Graph, KnowledgeState, NodeId } from '@shared/graph'
import { counted } from '@shared/text'
import { knowledgeWords } from '../features/crawl'
import { nodeWords, relationWords } from '../features/picture'

/** `12 neighbours loaded, 5 new, 3 forbidden`. */
export function loadedWords(
  start: NodeId,
  { batch, summary, fresh }: { batch: Batch; summary: CrawlSummary; fresh: number },
): string {
  const near = new Set(batch.relations.flatMap(({ source, target }) => [source, target]))
  near.delete(start)
  const gaps = new Map<KnowledgeState, number>()
  for (const { failure } of summary.failures) {
    const state = stateOfFailure(failure)
    gaps.set(state, (gaps.get(state) ?? 0) + 1)
  }
  return [
    `${counted(near.size, 'neighbour')} loaded`,
    ...(fresh < near.size ? [fresh === 0 ? 'none new' : `${fresh.toLocaleString('en')} new`] : []),
    ...[...gaps].map(([state, count]) => `${count} ${knowledgeWords[state].word}`),
    ...(summary.cut.length > 0 ? ['more may be there'] : []),
  ].join(', ')
}

/** How far a crawl is. */
export const crawlWords = ({ nodes, relations, depth, maxDepth }: CrawlProgress): string =>
  `Crawling: ${counted(nodes, 'node')}, ${counted(relations, 'relation')}, depth ${depth} of ${maxDepth}.`

/** What a filter lets through. */
export function matchWords(match: Match | null, { nodes, edges }: Graph): string {
  if (match === null) return `No filter: all ${counted(nodes.size, 'node')} match.`
  const of = (count: number, all: number, word: string) =>
    `${count.toLocaleString('en')} of ${counted(all, word)}`
  return `${of(match.nodes.size, nodes.size, 'node')} and ${of(match.edges.size, edges.size, 'relation')} match.`
}

/** What is selected: one thing in full, several by number. */
export function selectedWords(
  graph: Graph,
  { nodes, edges }: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] },
  stateOf: (entity: Entity) => KnowledgeState,
): string {
  const [node] = nodes
  const [edge] = edges
  if (nodes.length + edges.length === 0) return 'Nothing is selected.'
  if (nodes.length === 1 && edges.length === 0 && node !== undefined) {
    const entity = graph.nodes.get(node)
    return entity === undefined ? '' : `Selected: ${nodeWords(graph, entity, stateOf(entity))}`
  }
  if (nodes.length === 0 && edges.length === 1 && edge !== undefined) {
    const relation = graph.edges.get(edge)
    return relation === undefined ? '' : `Selected: ${relationWords(graph, relation)}`
  }
  const parts = [
    nodes.length === 0 ? '' : counted(nodes.length, 'node'),
    edges.length === 0 ? '' : counted(edges.length, 'relation'),
  ]
  return `${parts.filter((part) => part !== '').join(' and ')} selected.`
}
