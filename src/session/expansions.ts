import type { ViewChange } from '@shared/edit'
import type { Graph, NodeId } from '@shared/graph'
import { quoted } from '@shared/text'
import type { Ended } from '../features/crawl'
import type { GraphModel } from '../features/graph'

/** Notes what each expansion brought that was not there before, so that it can be taken back. */
export function createExpansions(
  graph: GraphModel,
  note: (title: string, change: ViewChange) => void,
) {
  const before = new Map<NodeId, Graph>()
  return {
    begin: (node: NodeId): void => void before.set(node, graph.store.getState().graph),
    /** Gives how many nodes are new. */
    end: ({ start, batch }: Extract<Ended, { kind: 'expand' }>): number => {
      const old = before.get(start)
      before.delete(start)
      if (old === undefined) return 0
      const now = graph.store.getState().graph
      const relations = batch.relations.filter(({ id }) => !old.edges.has(id))
      const nodes = [...new Set(batch.entities.map(({ id }) => id))].filter(
        (id) => !old.nodes.has(id) && now.nodes.has(id),
      )
      if (relations.length + nodes.length === 0) return 0
      const entities = nodes.flatMap((id) => now.nodes.get(id) ?? [])
      note(`Expanded ${quoted(graph.titleOf(start))}.`, {
        before: {},
        after: {},
        brought: {
          batch: { entities, relations },
          nodes,
          edges: [...new Set(relations.map(({ id }) => id))],
        },
      })
      return nodes.length
    },
  }
}
