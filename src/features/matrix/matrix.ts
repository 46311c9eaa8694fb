import type { EdgeId, Graph, NodeId, Relation } from '@shared/graph'
import { tintsOf } from '../picture'

export type Between = 'space' | 'section'

/** Nodes of one space or section, or of all that have no row of their own. */
export type MatrixGroup = { readonly key: string; readonly name: string; readonly size: number }

export type Matrix = {
  readonly groups: readonly MatrixGroup[]
  /** Relations from the group of a row to that of a column, row after row. */
  readonly counts: Int32Array
  /** The most of any two groups. */
  readonly most: number
  readonly groupOf: ReadonlyMap<NodeId, number>
}

/** So many have a row of their own; the others share one. */
const mostGroups = 24
/** What makes the sections is no relation between them. */
const ofTheTree = 'child-of'

/** Counts the relations between spaces or sections, the largest first. Empty where there are none. */
export function matrixOf(graph: Graph, by: Between, relations: readonly Relation[]): Matrix {
  const all = tintsOf(graph, by)?.list ?? []
  const own = all.length > mostGroups ? all.slice(0, mostGroups - 1) : all
  const others = all.slice(own.length)
  const groups = own.map(({ key, name, nodes }) => ({ key, name, size: nodes.length }))
  if (others.length > 0) {
    const size = others.reduce((sum, { nodes }) => sum + nodes.length, 0)
    groups.push({ key: 'others', name: `${others.length.toLocaleString('en')} others`, size })
  }
  const groupOf = new Map<NodeId, number>()
  all.forEach(({ nodes }, at) => {
    for (const id of nodes) groupOf.set(id, Math.min(at, groups.length - 1))
  })
  const counts = new Int32Array(groups.length ** 2)
  let most = 0
  for (const relation of relations) {
    const at = cellOf(relation, groupOf, groups.length)
    if (at === null) continue
    const count = (counts[at] ?? 0) + 1
    counts[at] = count
    most = Math.max(most, count)
  }
  return { groups, counts, most, groupOf }
}

function cellOf(
  { relation, source, target }: Relation,
  groupOf: ReadonlyMap<NodeId, number>,
  size: number,
): number | null {
  const [from, to] = [groupOf.get(source), groupOf.get(target)]
  return relation === ofTheTree || from === undefined || to === undefined ? null : from * size + to
}

/** The relations that are counted in one cell. */
export const relationsBetween = (
  { groups, groupOf }: Matrix,
  relations: readonly Relation[],
  from: number,
  to: number,
): EdgeId[] => {
  const cell = from * groups.length + to
  return relations.flatMap((one) => (cellOf(one, groupOf, groups.length) === cell ? [one.id] : []))
}
