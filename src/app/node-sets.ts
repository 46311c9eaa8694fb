import { type Entity, type NodeId, spaceKeyOf } from '@shared/graph'
import { PageKind } from '@shared/map'
import type { NodeSet } from '../features/crawl'
import type { Session } from '../session'

/** Nodes that can be asked together: those that are selected, the pages of the map, and all. */
export function nodeSets({ graph, view, map }: Session): NodeSet[] {
  const all = [...graph.store.getState().graph.nodes.values()]
  const { kept } = map.store.getState()
  const spaces = new Set(kept?.wanted.spaces.map((key) => key.toLowerCase()))
  const isMapped = (entity: Entity): boolean =>
    PageKind.safeParse(entity.subtype).success &&
    !gone.has(entity.status) &&
    spaces.has(spaceKeyOf(entity)?.toLowerCase() ?? '')
  const selected = view.store.getState().selection.nodes
  const sets = [
    { key: 'selected', title: 'What is selected', nodes: selected.length > 1 ? selected : [] },
    { key: 'map', title: 'The pages of the map', nodes: idsOf(all.filter(isMapped)) },
    { key: 'all', title: 'All nodes', nodes: idsOf(all) },
  ]
  return sets.filter(({ nodes }) => nodes.length > 0)
}

/** Nobody answers for these. */
const gone: ReadonlySet<string> = new Set(['trashed', 'deleted', 'missing'])

const idsOf = (entities: readonly Entity[]): NodeId[] => entities.map(({ id }) => id)
