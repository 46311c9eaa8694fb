import { nodeSizes } from '../../picture'
import { runsOf, visibleNodes } from './geometry'
import type { NodeLook } from './looks'
import type { Pen } from './pen'
import { badge, outline } from './shapes'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** Device px: smaller nodes are dots, and no node is smaller than the least. */
const dot = 6
const least = 2
/** Of a dot's size, what grows with the node's: the most related are seen from afar. */
const growth = 0.12
/** Device px of a node's height from which on its badge can be made out. */
const badgeFrom = 12

export function paintNodes(pen: Pen, scene: Scene, view: View): void {
  const { nodes, nodeLooks } = scene
  const scale = view.zoom * view.ratio
  for (const run of runsOf(visibleNodes(scene, extentOf(view)), nodes.look)) {
    const look = nodeLooks[nodes.look[run[0] ?? 0] ?? 0]
    if (look === undefined) continue
    pen.globalAlpha = look.alpha
    for (const at of run) {
      const x = nodes.x[at] ?? 0
      const y = nodes.y[at] ?? 0
      const width = nodes.width[at] ?? 0
      const height = nodes.height[at] ?? 0
      if (height * scale < dot) paintDot(pen, look, { x, y, width, height }, scale)
      else paintNode(pen, look, { x, y, width, height }, scale)
    }
  }
  pen.globalAlpha = 1
}

type Body = { x: number; y: number; width: number; height: number }

/** A mark that can still be seen far out; what is marked is larger. */
function paintDot(pen: Pen, look: NodeLook, { x, y, width, height }: Body, scale: number): void {
  const isMarked = look.borderWidth > 2.5 || look.under !== null
  const room = (isMarked ? 7 : least + (width - nodeSizes.other.width[0]) * growth) / scale
  const w = Math.max(width, room)
  const h = Math.max(height, room)
  pen.fillStyle = isMarked ? (look.under?.colour ?? look.border) : look.fill
  pen.fillRect(x - w / 2, y - h / 2, w, h)
  if (!isMarked) return
  pen.fillStyle = look.fill
  pen.fillRect(x - w / 4, y - h / 4, w / 2, h / 2)
}

function paintNode(pen: Pen, look: NodeLook, body: Body, scale: number): void {
  const { x, y, width, height } = body
  if (look.under !== null) {
    const more = look.under.width
    pen.globalAlpha = look.alpha * look.under.alpha
    pen.fillStyle = look.under.colour
    outline(pen, 'box', { x, y, width: width + 2 * more, height: height + 2 * more })
    pen.fill()
    pen.globalAlpha = look.alpha
  }
  if (look.isStack) {
    pen.globalAlpha = look.alpha * 0.55
    pen.fillStyle = look.fill
    outline(pen, look.shape, { ...body, x: x + 5, y: y + 5 })
    pen.fill()
    pen.globalAlpha = look.alpha
  }
  outline(pen, look.shape, body)
  pen.fillStyle = look.fill
  pen.globalAlpha = look.alpha * look.fillAlpha
  pen.fill()
  pen.globalAlpha = look.alpha
  border(pen, look, body)
  if (look.badge !== null && height * scale >= badgeFrom) badge(pen, look.badge, body)
}

function border(
  pen: Pen,
  { shape, border: colour, borderWidth, dash }: NodeLook,
  body: Body,
): void {
  pen.strokeStyle = colour
  if (dash === 'double') {
    pen.lineWidth = borderWidth / 3
    pen.stroke()
    const inner = borderWidth * 1.2
    outline(pen, shape, { ...body, width: body.width - inner, height: body.height - inner })
    pen.stroke()
    return
  }
  pen.lineWidth = borderWidth
  if (dash !== 'solid') pen.setLineDash(dash === 'dashed' ? [4, 3] : [1.5, 2.5])
  pen.stroke()
  if (dash !== 'solid') pen.setLineDash([])
}
