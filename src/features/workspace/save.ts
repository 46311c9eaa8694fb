import type { Entry, Place } from '@shared/edit'
import type { QueryRecord } from '@shared/crawl'
import type { Delta, EdgeId, Entity, NodeId, Relation } from '@shared/graph'
import type { WorkspaceChange } from '@shared/workspace'

/** Gathers what has changed since the last save; later knowledge of a thing replaces earlier. */
export function createPending() {
  const nodes = new Map<NodeId, Entity>()
  const edges = new Map<EdgeId, Relation>()
  const goneNodes = new Set<NodeId>()
  const goneEdges = new Set<EdgeId>()
  let records: QueryRecord[] = []
  let entries: Entry[] = []
  const saved = new Map<NodeId, Place>()

  const movedSince = (places: readonly (readonly [NodeId, Place])[]): [NodeId, Place][] =>
    places.flatMap(([id, place]): [NodeId, Place][] => {
      const old = saved.get(id)
      if (old !== undefined && old.x === place.x && old.y === place.y) return []
      saved.set(id, place)
      return [[id, place]]
    })
  return {
    /** Places that the file holds already. */
    known: (places: readonly (readonly [NodeId, Place])[]): void => void movedSince(places),
    /** Nodes that another page took away. */
    forget: (ids: readonly NodeId[]): void => ids.forEach((id) => void saved.delete(id)),
    delta: ({ added, changed, removed }: Delta): void => {
      for (const node of [...added.nodes, ...changed.nodes]) {
        nodes.set(node.id, node)
        goneNodes.delete(node.id)
      }
      for (const edge of [...added.edges, ...changed.edges]) {
        edges.set(edge.id, edge)
        goneEdges.delete(edge.id)
      }
      for (const id of removed.edges) {
        edges.delete(id)
        goneEdges.add(id)
      }
      for (const id of removed.nodes) {
        nodes.delete(id)
        saved.delete(id)
        goneNodes.add(id)
      }
    },
    records: (more: readonly QueryRecord[]): void => void (records = [...records, ...more]),
    entry: (entry: Entry): void => void (entries = [...entries, entry]),
    /** Takes all that is waiting; the places are compared with those saved last. */
    take: (places: readonly (readonly [NodeId, Place])[]): WorkspaceChange => {
      const change: WorkspaceChange = {
        batch: { entities: [...nodes.values()], relations: [...edges.values()] },
        gone: { nodes: [...goneNodes], edges: [...goneEdges] },
        records,
        entries,
        places: movedSince(places),
      }
      nodes.clear()
      edges.clear()
      goneNodes.clear()
      goneEdges.clear()
      records = []
      entries = []
      return change
    },
  }
}
