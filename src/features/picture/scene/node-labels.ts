import { chooseLabels } from '../labels'
import type { DrawnNode } from './drawn-nodes'
import { labelBelow } from './label'

/** Zoomed in further than this, labels grow with the picture, as on the canvas. */
const closest = 1.15
const letters = 12
const labelWidth = 130

/** Gives labels to those that matter most and have room for one. */
export function withLabels(nodes: readonly DrawnNode[], scale: number): DrawnNode[] {
  const zoom = Math.min(scale, closest)
  const chosen = chooseLabels(
    nodes.flatMap(({ id, x, y, rank }) =>
      rank === null ? [] : [{ id, rank, x: x * zoom, y: y * zoom }],
    ),
  )
  const size = letters / zoom
  return nodes.map((node) => {
    if (!chosen.has(node.id)) return node
    const below = { x: node.x, y: node.y + node.height / 2 + 5 }
    const style = { size, room: labelWidth / zoom, bold: node.look.isBold }
    return { ...node, label: labelBelow(node.text, below, style) }
  })
}
