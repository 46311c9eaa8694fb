import { dashOf, type EdgeLook, headAt, type Pen } from '../../picture'
import { routeAt, runsOf, visibleLines } from './geometry'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** More lines in sight than this are hairlines: wider ones take twenty times as long. */
const manyLines = 600
/** More than this have no arrows, dashes or bends: nobody could make them out. */
const tooMany = 2500
/** Device px of the thinnest line: thinner ones fade away. */
const hairline = 0.8
/** Of the width of a wide line what it keeps on a screen however far out. */
const farWidth = 0.6
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
    const opacity = look.opacity * (isRough && look.stroke.width < 3 ? density : 1)
    const { band } = look
    if (band !== null) {
      pen.globalAlpha = opacity * band.opacity
      pen.strokeStyle = band.colour
      stroke(pen, scene, run, look.stroke.width + 2 * band.reach, isRough)
    }
    pen.globalAlpha = opacity
    pen.strokeStyle = look.stroke.colour
    pen.setLineDash(isRough ? [] : [...dashOf(look.stroke)])
    stroke(pen, scene, run, widthOf(look, run.length, view), isRough)
    pen.setLineDash([])
    if (!isRough) heads(pen, scene, run, look)
  }
  pen.globalAlpha = 1
}

/** Model px. What is marked stays seen however far out. */
function widthOf({ stroke: { width } }: EdgeLook, count: number, { zoom, ratio }: View): number {
  const pixel = 1 / (zoom * ratio)
  if (width > 2) return Math.max(width, Math.max(2, width * farWidth) * pixel)
  return count > manyLines ? pixel * hairline : Math.max(width, pixel * hairline)
}

function stroke(pen: Pen, scene: Scene, run: Uint32Array, width: number, isRough: boolean): void {
  pen.lineWidth = width
  pen.beginPath()
  run.forEach((line, at) => {
    if (at > 0 && at % chunk === 0) {
      pen.stroke()
      pen.beginPath()
    }
    if (isRough) straight(pen, scene, line)
    else traceLine(pen, scene, line)
  })
  pen.stroke()
}

/** From middle to middle: of thousands nobody sees more. */
function straight(pen: Pen, { nodes: { x, y }, lines }: Scene, line: number): void {
  const [from = 0, to = 0] = [lines.from[line], lines.to[line]]
  pen.moveTo(x[from] ?? 0, y[from] ?? 0)
  pen.lineTo(x[to] ?? 0, y[to] ?? 0)
}

function traceLine(pen: Pen, scene: Scene, line: number): void {
  const look = scene.lineLooks[scene.lines.look[line] ?? 0]
  const route = routeAt(scene, line)
  if (route === null || look === undefined) return
  const { neck } = headAt(route, look.head)
  const [one, two] = route.handles
  pen.moveTo(route.from.x, route.from.y)
  if (one === undefined) pen.lineTo(neck.x, neck.y)
  else if (two === undefined) pen.quadraticCurveTo(one.x, one.y, neck.x, neck.y)
  else pen.bezierCurveTo(one.x, one.y, two.x, two.y, neck.x, neck.y)
}

/** Heads at the targets' rims. */
function heads(pen: Pen, scene: Scene, run: Uint32Array, { stroke: { colour }, head }: EdgeLook) {
  pen.fillStyle = colour
  pen.beginPath()
  for (const line of run) {
    const route = routeAt(scene, line)
    if (route === null) continue
    const [tip, one, other] = headAt(route, head).corners
    pen.moveTo(tip.x, tip.y)
    pen.lineTo(one.x, one.y)
    pen.lineTo(other.x, other.y)
    pen.closePath()
  }
  pen.fill()
}
