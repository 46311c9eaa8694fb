import { curveOf, runsOf, visibleLines } from './geometry'
import type { LineLook } from './looks'
import type { Pen } from './pen'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** More lines in sight than this are hairlines: wider ones take twenty times as long. */
const manyLines = 600
/** More than this have no arrows, dashes or bends: nobody could make them out. */
const tooMany = 2500
/** Device px of the thinnest line: thinner ones fade away. */
const hairline = 0.8
/** Lines of one path; longer paths take longer for each line. */
const chunk = 500

/** All lines that cross the view, look by look. */
export function paintLines(pen: Pen, scene: Scene, view: View): void {
  const visible = visibleLines(scene, extentOf(view))
  const isRough = visible.length > tooMany
  // A web of thousands of lines is drawn light, so that what is dense can be told from what is not.
  const density = Math.min(1, Math.max(0.3, Math.sqrt(tooMany / Math.max(1, visible.length))))
  for (const run of runsOf(visible, scene.lines.look)) {
    const look = scene.lineLooks[scene.lines.look[run[0] ?? 0] ?? 0]
    if (look === undefined) continue
    pen.globalAlpha = look.alpha * (isRough && look.width < 3 ? density : 1)
    if (look.under !== null) {
      pen.strokeStyle = look.under
      stroke(pen, scene, run, look.width + 8, isRough)
    }
    pen.strokeStyle = look.colour
    dash(pen, isRough ? 'solid' : look.dash)
    stroke(pen, scene, run, widthOf(look, run.length, view), isRough)
    pen.setLineDash([])
    if (!isRough && look.hasArrow) arrows(pen, scene, run, look)
  }
  pen.globalAlpha = 1
}

/** Model px. What is marked stays seen however far out. */
function widthOf({ width }: LineLook, count: number, { zoom, ratio }: View): number {
  const pixel = 1 / (zoom * ratio)
  if (width > 2) return Math.max(width, 2 * pixel)
  return count > manyLines ? pixel * hairline : Math.max(width, pixel * hairline)
}

const dashes = { solid: [], dashed: [7, 5], dotted: [1.5, 4] } as const

const dash = (pen: Pen, line: LineLook['dash']): void => pen.setLineDash([...dashes[line]])

function stroke(pen: Pen, scene: Scene, run: Uint32Array, width: number, isRough: boolean): void {
  const { from, to, bend } = scene.lines
  const { x, y } = scene.nodes
  pen.lineWidth = width
  pen.beginPath()
  run.forEach((line, at) => {
    if (at > 0 && at % chunk === 0) {
      pen.stroke()
      pen.beginPath()
    }
    const [a = 0, b = 0] = [from[line], to[line]]
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [x[a], y[a], x[b], y[b]]
    if (a === b) {
      pen.moveTo(x1 + 44, y1 - 26)
      pen.arc(x1 + 26, y1 - 26, 18, 0, 2 * Math.PI)
      return
    }
    pen.moveTo(x1, y1)
    const bends = bend[line] ?? 0
    if (bends === 0 || isRough) pen.lineTo(x2, y2)
    else {
      const { x: cx, y: cy } = curveOf(x1, y1, x2, y2, bends)
      pen.quadraticCurveTo(cx, cy, x2, y2)
    }
  })
  pen.stroke()
}

const arrowLength = 11
const arrowHalf = 4.6

/** Heads at the targets' borders. */
function arrows(pen: Pen, scene: Scene, run: Uint32Array, { colour, width }: LineLook): void {
  const { from, to, bend } = scene.lines
  const nodes = scene.nodes
  const size = 1 + Math.max(0, width - 2) * 0.15
  pen.fillStyle = colour
  pen.beginPath()
  for (const line of run) {
    const [a = 0, b = 0] = [from[line], to[line]]
    if (a === b) continue
    const [x2 = 0, y2 = 0] = [nodes.x[b], nodes.y[b]]
    const start = curveOf(nodes.x[a] ?? 0, nodes.y[a] ?? 0, x2, y2, bend[line] ?? 0)
    const length = Math.hypot(x2 - start.x, y2 - start.y)
    if (length === 0) continue
    const dx = (x2 - start.x) / length
    const dy = (y2 - start.y) / length
    const inset = borderAt(dx, dy, nodes.width[b] ?? 0, nodes.height[b] ?? 0)
    const [tipX, tipY] = [x2 - dx * inset, y2 - dy * inset]
    const [backX, backY] = [tipX - dx * arrowLength * size, tipY - dy * arrowLength * size]
    pen.moveTo(tipX, tipY)
    pen.lineTo(backX - dy * arrowHalf * size, backY + dx * arrowHalf * size)
    pen.lineTo(backX + dy * arrowHalf * size, backY - dx * arrowHalf * size)
    pen.closePath()
  }
  pen.fill()
}

/** How far from its middle a box's border is in a direction. */
const borderAt = (dx: number, dy: number, width: number, height: number): number =>
  Math.min(
    dx === 0 ? Infinity : width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : height / 2 / Math.abs(dy),
  ) + 1
