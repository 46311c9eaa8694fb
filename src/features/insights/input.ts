import type { Completeness } from '@shared/crawl'
import { type EntityType, type Graph, type NodeId, refOf, type Relation } from '@shared/graph'
import { type InsightInput, toInsightInput } from '@shared/insight'
import { knowledgeOf, type NodeStates } from '../crawl'

type Known = { readonly completeness: Completeness; readonly states: NodeStates }

/** The drawn graph, hidden things too, with what is known of it. */
export const insightInput = (graph: Graph, { completeness, states }: Known): InsightInput =>
  toInsightInput(graph, {
    stateOf: (entity) => knowledgeOf(entity, states),
    isBackKnown: ({ relation, source, target }: Relation) =>
      isAnswered(completeness, target, relation, 'out', source) ||
      isAnswered(completeness, source, relation, 'in', target),
  })

/** Whether all relations of a name at a node, one way, to what the other end is, are known. */
function isAnswered(
  completeness: Completeness,
  node: NodeId,
  relation: string,
  direction: 'out' | 'in',
  other: NodeId,
): boolean {
  const own = completeness.get(node)
  if (own === undefined) return false
  const type: EntityType = refOf(other).type
  for (const { query, state } of own.values()) {
    if (
      state === 'complete' &&
      query.relation === relation &&
      query.direction === direction &&
      query.type === type
    )
      return true
  }
  return false
}
