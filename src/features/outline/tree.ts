import type { EdgeId, Entity, Graph, NodeId, Relation } from '@shared/graph'
import { byText } from './order'
import type { Shown } from '../picture'

type Place = {
  /** The way to it from its root; one node may stand in many places. */
  readonly key: string
  readonly parent: string | null
  readonly level: number
  /** Its place among its brothers, from 1, and how many they are. */
  readonly at: number
  readonly among: number
}

export type NodeRow = Place & {
  readonly kind: 'node'
  readonly node: NodeId
  /** By which relation its parent leads to it; null for a root. */
  readonly edge: EdgeId | null
  /** It stands above itself: it is not opened again. */
  readonly isAbove: boolean
  /** Null where there is nothing to open. */
  readonly isOpen: boolean | null
}

/** All relations of one name and direction at a node. */
export type GroupRow = Place & {
  readonly kind: 'group'
  readonly node: NodeId
  readonly name: string
  readonly direction: 'out' | 'in'
  readonly edges: readonly EdgeId[]
  readonly isOpen: boolean
}

export type TreeRow = NodeRow | GroupRow

type Walk = {
  readonly graph: Graph
  readonly shown: Shown
  readonly opened: ReadonlySet<string>
  readonly rows: TreeRow[]
}

type Spot = Pick<Place, 'parent' | 'level' | 'at' | 'among'> & {
  readonly node: NodeId
  readonly edge: EdgeId | null
  readonly above: readonly NodeId[]
}

export const rootKey = (node: NodeId): string => node

/**
 * The rows of a tree as far as it is open: a node, then its relations by name and direction, then
 * where they lead to. Only what is open is walked, so a cycle costs nothing.
 */
export function treeRows(
  graph: Graph,
  shown: Shown,
  roots: readonly Entity[],
  opened: ReadonlySet<string>,
): TreeRow[] {
  const walk: Walk = { graph, shown, opened, rows: [] }
  const among = roots.length
  roots.forEach(({ id }, at) => {
    putNode(walk, { node: id, edge: null, parent: null, level: 1, at: at + 1, among, above: [] })
  })
  return walk.rows
}

function putNode(walk: Walk, { above, ...spot }: Spot): void {
  const { node, edge, parent } = spot
  const key = parent === null ? rootKey(node) : `${parent} > ${edge ?? node}`
  const isAbove = above.includes(node)
  const canOpen = !isAbove && hasRelations(walk, node)
  const isOpen = canOpen ? walk.opened.has(key) : null
  walk.rows.push({ kind: 'node', key, ...spot, isAbove, isOpen })
  if (isOpen !== true) return
  const groups = groupsAt(walk, node)
  groups.forEach(({ name, direction, relations }, at) => {
    const groupKey = `${key} > ${direction}:${name}`
    const isGroupOpen = walk.opened.has(groupKey)
    walk.rows.push({
      kind: 'group',
      key: groupKey,
      parent: key,
      level: spot.level + 1,
      at: at + 1,
      among: groups.length,
      node,
      name,
      direction,
      edges: relations.map(({ id }) => id),
      isOpen: isGroupOpen,
    })
    if (isGroupOpen) putNeighbours(walk, { relations, direction, parent: groupKey }, spot, above)
  })
}

type Group = {
  readonly relations: readonly Relation[]
  readonly direction: 'out' | 'in'
  readonly parent: string
}

function putNeighbours(
  walk: Walk,
  { relations, direction, parent }: Group,
  { node, level }: Pick<Spot, 'node' | 'level'>,
  above: readonly NodeId[],
): void {
  const end = direction === 'out' ? 'target' : 'source'
  const sorted = [...relations].sort((one, other) =>
    byText(titleOf(walk, one[end]), titleOf(walk, other[end])),
  )
  sorted.forEach((relation, at) => {
    putNode(walk, {
      node: relation[end],
      edge: relation.id,
      parent,
      level: level + 2,
      at: at + 1,
      among: sorted.length,
      above: [...above, node],
    })
  })
}

const titleOf = ({ graph }: Walk, id: NodeId): string => graph.nodes.get(id)?.title ?? id

const relationsOf = ({ graph, shown }: Walk, node: NodeId): Relation[] =>
  [...(graph.incident.get(node) ?? [])].flatMap((id) => {
    const relation = graph.edges.get(id)
    return relation !== undefined && shown.isEdge(relation) ? [relation] : []
  })

function hasRelations({ graph, shown }: Walk, node: NodeId): boolean {
  for (const id of graph.incident.get(node) ?? []) {
    const relation = graph.edges.get(id)
    if (relation !== undefined && shown.isEdge(relation)) return true
  }
  return false
}

/** By name, those that leave before those that reach; a relation to itself leaves and reaches. */
function groupsAt(walk: Walk, node: NodeId) {
  const all = relationsOf(walk, node)
  const names = [...new Set(all.map(({ relation }) => relation))].sort(byText)
  return names.flatMap((name) =>
    (['out', 'in'] as const).flatMap((direction) => {
      const end = direction === 'out' ? 'source' : 'target'
      const relations = all.filter((one) => one.relation === name && one[end] === node)
      return relations.length === 0 ? [] : [{ name, direction, relations }]
    }),
  )
}
