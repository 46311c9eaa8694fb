import type { EdgeId, NodeId, Relation } from '../graph'

/** The nodes and relations that a crawl has found, within its budget of nodes. */
export function createFound(starts: readonly NodeId[], limit: number) {
  const nodes = new Set(starts)
  const edges = new Set<EdgeId>()
  let hasDropped = false

  const admit = (relation: Relation, fresh: NodeId[]): boolean => {
    const unknown = new Set([relation.source, relation.target].filter((id) => !nodes.has(id)))
    if (unknown.size > 0 && nodes.size + unknown.size > limit) return false
    for (const id of unknown) {
      nodes.add(id)
      fresh.push(id)
    }
    edges.add(relation.id)
    return true
  }

  return {
    /** Takes in relations whose ends are known or may still be added; `fresh` are the new nodes. */
    admit: (relations: readonly Relation[]) => {
      const fresh: NodeId[] = []
      const kept = relations.filter((relation) => admit(relation, fresh))
      const dropped = relations.length - kept.length
      hasDropped ||= dropped > 0
      return { kept, fresh, dropped }
    },
    has: (id: NodeId) => nodes.has(id),
    /** Whether a node was ever left out for the budget. */
    hasDropped: () => hasDropped,
    counts: () => ({ nodes: nodes.size, relations: edges.size }),
  }
}
