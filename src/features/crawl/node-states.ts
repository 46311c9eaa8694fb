import {
  type Completeness,
  knowledgeOf,
  nodeState,
  type NodeStates,
  note,
  type QueryRecord,
} from '@shared/crawl'
import type { Entity, KnowledgeState } from '@shared/graph'

type Known = { readonly completeness: Completeness; readonly states: NodeStates }

/** Takes records in, and works out anew the state of the nodes that they are about. */
export function noted(known: Known, records: readonly QueryRecord[]): Known {
  const completeness = note(known.completeness, records)
  const states = new Map(known.states)
  const now = Date.now()
  for (const node of new Set(records.map(({ query }) => query.node))) {
    states.set(node, nodeState(completeness, node, now))
  }
  return { completeness, states }
}

/** How many of these nodes are in each state. */
export function countStates(
  nodes: Iterable<Pick<Entity, 'id' | 'status'>>,
  states: NodeStates,
): Map<KnowledgeState, number> {
  const counts = new Map<KnowledgeState, number>()
  for (const node of nodes) {
    const state = knowledgeOf(node, states)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
