import type { BadgeLook, EdgeLook, NodeLook, Shape, Stroke } from '../../picture'
import { dashOf, pathData } from '../../picture'

/** The values of a node's look by the names that the style maps. */
export type NodeValues = ReturnType<typeof nodeValues>
export type EdgeValues = ReturnType<typeof edgeValues>

const shapes: Record<Shape, string> = {
  box: 'round-rectangle',
  'cut-box': 'cut-rectangle',
  barrel: 'barrel',
  ellipse: 'ellipse',
  hexagon: 'hexagon',
}

/** Each look is put into values once. */
const known = new WeakMap<NodeLook | EdgeLook, NodeValues | EdgeValues>()

export function valuesOfNode(look: NodeLook): NodeValues {
  const old = known.get(look) as NodeValues | undefined
  if (old !== undefined) return old
  const values = nodeValues(look)
  known.set(look, values)
  return values
}

export function valuesOfEdge(look: EdgeLook): EdgeValues {
  const old = known.get(look) as EdgeValues | undefined
  if (old !== undefined) return old
  const values = edgeValues(look)
  known.set(look, values)
  return values
}

const nodeValues = ({ border, band, badge, ...look }: NodeLook) => ({
  shape: shapes[look.shape],
  fill: look.fill,
  fillOpacity: look.fillOpacity,
  opacity: look.opacity,
  borderColour: border.colour,
  borderWidth: border.width,
  borderStyle: border.line === 'double' ? 'double' : patternOf(border),
  borderDash: dashesOf(border),
  bandColour: band?.colour ?? look.fill,
  bandOpacity: band?.opacity ?? 0,
  bandReach: band?.reach ?? 0,
  stack: look.isStack ? 'yes' : 'no',
  weight: look.isBold ? 'bold' : 'normal',
  badge: badge === null ? 'none' : imageOf(badge),
  badgeSize: badge?.size ?? 0,
})

const edgeValues = ({ stroke, band, head, opacity }: EdgeLook) => ({
  colour: stroke.colour,
  width: stroke.width,
  style: patternOf(stroke),
  dash: dashesOf(stroke),
  opacity,
  bandColour: band?.colour ?? stroke.colour,
  bandOpacity: band?.opacity ?? 0,
  bandReach: band?.reach ?? 0,
  headScale: head.length / headLength(stroke.width),
})

/** Cytoscape's own dots are one px: dashes of the picture's lengths stand for them. */
const patternOf = (stroke: Stroke): 'solid' | 'dashed' =>
  dashOf(stroke).length === 0 ? 'solid' : 'dashed'

/** A pattern has to be there, also where the line is whole. */
const dashesOf = (stroke: Stroke): readonly number[] => {
  const dashes = dashOf(stroke)
  return dashes.length === 0 ? [1, 0] : dashes
}

/**
 * The length of a triangle that Cytoscape draws at a line of a width, at a scale of 1: three tenths
 * of its arrows' width, after `getArrowWidth` in its renderer.
 */
const headLength = (width: number): number => 0.3 * Math.max((width * 13.37) ** 0.9, 29)

function imageOf({ mark, paper, ink }: BadgeLook): string {
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">` +
    `<circle cx="8" cy="8" r="7" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>` +
    `<path d="${pathData(mark)}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(picture)}`
}
