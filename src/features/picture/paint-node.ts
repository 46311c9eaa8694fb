import {
  badgeCorner,
  type BadgeLook,
  type Body,
  bodyOf,
  dashOf,
  moved,
  type NodeLook,
  type Stroke,
  traceOutline,
  tracePath,
} from '@shared/picture'

/** A canvas of the page or of a worker. */
export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

export function setStroke(pen: Pen, stroke: Stroke): void {
  pen.strokeStyle = stroke.colour
  pen.lineWidth = stroke.width
  pen.setLineDash([...dashOf(stroke)])
}

/** How far another looks out behind what stands for many, model px, and how much is seen of it. */
const stackOffset = 5
const stackOpacity = 0.55

/** Paints nodes of one look in one go, without their signs and labels. */
export function paintNodes(pen: Pen, look: NodeLook, nodes: readonly Body[]): void {
  const { border, band, opacity, shape } = look
  const outlines = (by: number) => {
    pen.beginPath()
    for (const node of nodes) {
      const body = bodyOf(node)
      traceOutline(pen, shape, { ...body, x: body.x + by, y: body.y + by })
    }
  }
  const body = (by: number, alpha: number) => {
    outlines(by)
    pen.globalAlpha = opacity * alpha * look.fillOpacity
    pen.fillStyle = look.fill
    pen.fill()
    pen.globalAlpha = opacity * alpha
    setStroke(pen, border)
    pen.stroke()
  }
  if (band !== null) {
    outlines(0)
    pen.globalAlpha = opacity * band.opacity
    setStroke(pen, { colour: band.colour, width: 2 * band.reach, line: 'solid' })
    pen.stroke()
  }
  if (look.isStack) body(stackOffset, stackOpacity)
  body(0, 1)
  if (border.line === 'double') {
    setStroke(pen, { colour: look.fill, width: border.width / 3, line: 'solid' })
    pen.stroke()
  }
  pen.setLineDash([])
  pen.globalAlpha = opacity
}

export function paintBadge(pen: Pen, badge: BadgeLook, node: Body): void {
  const scale = badge.size / 16
  const corner = badgeCorner(badge, bodyOf(node))
  pen.beginPath()
  pen.arc(corner.x + 8 * scale, corner.y + 8 * scale, 7 * scale, 0, 2 * Math.PI)
  pen.fillStyle = badge.paper
  pen.fill()
  setStroke(pen, { colour: badge.ink, width: 1.3 * scale, line: 'solid' })
  pen.stroke()
  pen.beginPath()
  tracePath(pen, moved(badge.mark, scale, corner))
  pen.lineWidth = 1.7 * scale
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke()
  pen.lineCap = 'butt'
  pen.lineJoin = 'miter'
}
