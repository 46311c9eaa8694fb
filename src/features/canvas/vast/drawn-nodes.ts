import { type Looks, middleOf, type NodeLook, type Rules } from '../../picture'
import { createLookNumbers, orderByLook, type Ordered } from './look-numbers'
import type { Rows } from './rows'
import type { Scene } from './scene'

/** The nodes of a scene, in the order of drawing. */
export function drawnNodes(
  rows: Rows,
  rules: Rules,
  looks: Looks,
): { columns: Scene['nodes']; looks: readonly NodeLook[] } {
  const numbers = createLookNumbers<NodeLook>()
  const taken: number[] = []
  const look: number[] = []
  rows.nodes.forEach((node, row) => {
    if (node === null || !rules.isNode(node.entity.id)) return
    taken.push(row)
    look.push(numbers.of(looks.node(node.entity, rules.nodeState(node.entity), node.kind)))
  })
  const ordered = orderByLook(taken, look, numbers.all, weight)
  return { columns: columnsOf(rows, rules, ordered), looks: ordered.looks }
}

/** Faded nodes lie below, marked ones above the others. */
const weight = ({ opacity, band, border }: NodeLook): number =>
  opacity + (band === null ? 0 : 1) + (border.width > 2.5 ? 1 : 0)

function columnsOf(
  rows: Rows,
  { standing, sizeOf, rankOf }: Rules,
  { order, look, looks }: Ordered<NodeLook>,
): Scene['nodes'] {
  const count = order.length
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  const width = new Float32Array(count)
  const height = new Float32Array(count)
  const rank = new Float32Array(count)
  for (let at = 0; at < count; at += 1) {
    const node = rows.nodes[order[at] ?? 0]
    const own = looks[look[at] ?? 0]
    if (node === null || node === undefined || own === undefined) continue
    const { id } = node.entity
    const inGroup = standing.groups.get(id)
    const size = sizeOf(node.entity, node.degree)
    const place = (inGroup === undefined ? null : middleOf(inGroup, rows.rowOf)) ?? node
    x[at] = place.x
    y[at] = place.y
    width[at] = size.width
    height[at] = size.height
    rank[at] = rankOf(own, id, node.degree) ?? -1
  }
  return { row: order, x, y, width, height, look, rank }
}
