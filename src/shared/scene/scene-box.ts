import { labelBox, textWidth } from './label'
import type { CaptionItem, Label, Scene, SceneEdge, SceneHull, SceneNode } from './model'
import { around, type Box, boxOf, grown } from '../picture'

export const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** All that a node takes up: its label and its sign too. */
export function boxOfNode({ x, y, width, height, label, look }: SceneNode): Box {
  const reach = Math.max(
    look.border.width,
    look.band?.reach ?? 0,
    look.isStack ? 7 : 0,
    look.badge === null ? 0 : 8,
  )
  const body = grown({ x: x - width / 2, y: y - height / 2, width, height }, reach)
  return label === null ? body : (around([body, labelBox(label)]) ?? body)
}

export const boxOfHull = ({ path, label }: SceneHull): Box =>
  around([boxOf(path), labelBox(label)]) ?? boxOf(path)

export function boxOfEdge({ path, arrow, label, look }: SceneEdge): Box {
  const lines =
    path.length === 0 ? [] : [grown(boxOf(path), look.stroke.width + (look.band?.reach ?? 0))]
  return (
    around([
      ...lines,
      ...(arrow === null ? [] : [boxOf(arrow)]),
      ...(label === null ? [] : [labelBox(label)]),
    ]) ?? { x: 0, y: 0, width: 0, height: 0 }
  )
}

/** How long all lines are together, px of the canvas: what a picture's file grows with. */
export const inkOf = ({ nodes, edges }: Scene): number =>
  nodes.reduce((sum, { width, height, label }) => sum + 2 * (width + height) + labelInk(label), 0) +
  edges.reduce((sum, { path }) => sum + (path.length === 0 ? 0 : diagonal(boxOf(path))), 0)

const diagonal = ({ width, height }: Box): number => Math.hypot(width, height)
const labelInk = (label: Label | null): number =>
  label === null ? 0 : label.lines.reduce((sum, one) => sum + 4 * textWidth(one, label.size), 0)

/** All that a piece of the caption takes up. */
export const boxOfCaption = (item: CaptionItem): Box =>
  item.kind === 'text'
    ? {
        x: item.x,
        y: item.y - item.size,
        width: textWidth(item.text, item.size) * 1.1,
        height: item.size * 1.3,
      }
    : grown(boxOf(item.path), item.kind === 'line' ? item.stroke.width : 0)
