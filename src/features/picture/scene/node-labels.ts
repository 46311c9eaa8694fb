import { chooseLabels } from '../labels'
import { shortTitle } from '../short-title'
import type { DrawnNode } from './drawn-nodes'
import { labelBelow } from './label'
import type { SceneOptions } from './shown'

/** Zoomed in further than this, labels grow with the picture, as on the canvas. */
const closest = 1.15
const letters = 12
const labelWidth = 130

/** Gives labels to those that matter most and have room for one. */
export function withLabels(
  nodes: readonly DrawnNode[],
  { scale, naming }: SceneOptions,
): DrawnNode[] {
  const zoom = Math.min(scale, closest)
  const chosen = chooseLabels(
    nodes.map(({ id, x, y, rank }) => ({ id, rank, x: x * zoom, y: y * zoom })),
  )
  const size = letters / zoom
  return nodes.map((node) => {
    if (!chosen.has(node.id)) return node
    const text = node.fold ?? shortTitle(naming.title(node.entity))
    const below = { x: node.x, y: node.y + node.height / 2 + 5 }
    const bold = node.fold !== null
    return { ...node, label: labelBelow(text, below, { size, room: labelWidth / zoom, bold }) }
  })
}
