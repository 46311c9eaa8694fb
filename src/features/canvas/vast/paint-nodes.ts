import {
  leastSize,
  type NodeLook,
  paintBadge,
  paintNodes as paintBodies,
  type Pen,
} from '../../picture'
import { runsOf, visibleNodes } from './geometry'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** Device px: smaller nodes are dots, and no node is smaller than the least. */
const dot = 6
const least = 2
/** Of a dot's size, what grows with the node's: the most related are seen from afar. */
const growth = 0.12
/** Wider ones are drawn no larger for that, model px. */
const largest = 74
/** Device px of a node's height from which on its badge can be made out. */
const badgeFrom = 12

export function paintNodes(pen: Pen, scene: Scene, view: View): void {
  const { nodes, nodeLooks } = scene
  const scale = view.zoom * view.ratio
  for (const run of runsOf(visibleNodes(scene, extentOf(view)), nodes.look)) {
    const look = nodeLooks[nodes.look[run[0] ?? 0] ?? 0]
    if (look === undefined) continue
    pen.globalAlpha = look.opacity
    for (const at of run) {
      const body = {
        x: nodes.x[at] ?? 0,
        y: nodes.y[at] ?? 0,
        width: nodes.width[at] ?? 0,
        height: nodes.height[at] ?? 0,
      }
      if (body.height * scale < dot) paintDot(pen, look, body, scale)
      else {
        paintBodies(pen, look, [body])
        if (look.badge !== null && body.height * scale >= badgeFrom)
          paintBadge(pen, look.badge, body)
      }
    }
  }
  pen.globalAlpha = 1
}

type Body = { x: number; y: number; width: number; height: number }

/** A mark that can still be seen far out; what is marked is larger. */
function paintDot(pen: Pen, look: NodeLook, { x, y, width, height }: Body, scale: number): void {
  const { band, border, fill } = look
  const isMarked = border.width > 2.5 || band !== null
  const room =
    (isMarked ? 7 : least + (Math.min(width, largest) - leastSize.width) * growth) / scale
  const w = Math.max(width, room)
  const h = Math.max(height, room)
  pen.fillStyle = isMarked ? (band?.colour ?? border.colour) : fill
  pen.fillRect(x - w / 2, y - h / 2, w, h)
  if (!isMarked) return
  pen.fillStyle = fill
  pen.fillRect(x - w / 4, y - h / 4, w / 2, h / 2)
}
