import { chooseLabels, type LabelCandidate, type Pen } from '../../picture'
import { routeAt, visibleNodes } from './geometry'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** Titles by row. */
export type Titles = readonly (string | undefined)[]

/** CSS px. */
const size = 12
const room = 130
const line = 14
/** Zoomed in further than this, labels grow with the picture. */
const closest = 1.15
/** With more nodes in sight than this, labels only name landmarks: so many, of so many that could. */
const crowd = 1500
const landmarks = 16
const eligible = 600

/** Labels on the nodes that matter most, none over another, in one size on the screen. */
export function paintLabels(pen: Pen, scene: Scene, titles: Titles, view: View): void {
  const { nodes, paper, ink } = scene
  const { zoom, pan } = view
  const captions = new Map(scene.captions)
  const candidates = candidatesIn(scene, view)
  const isCrowd = candidates.length > crowd
  const chosen = [...chooseLabels(isCrowd ? highest(candidates, eligible) : candidates)]
  const scale = Math.max(1, zoom / closest)
  pen.textAlign = 'center'
  pen.textBaseline = 'top'
  // Those of the highest rank were chosen first.
  for (const id of isCrowd ? chosen.slice(0, landmarks) : chosen) {
    const at = Number(id)
    const caption = captions.get(at)
    const text = caption ?? titles[nodes.row[at] ?? -1] ?? ''
    const look = scene.nodeLooks[nodes.look[at] ?? 0]
    const isBold = look?.isBold === true
    const x = (nodes.x[at] ?? 0) * zoom + pan.x
    const y = ((nodes.y[at] ?? 0) + (nodes.height[at] ?? 0) / 2) * zoom + pan.y + 5
    label(pen, text, { x, y, scale, isBold, paper, ink })
  }
  paintNames(pen, scene, view)
}

/** Nodes in sight that could wear a label. */
function candidatesIn(scene: Scene, view: View): LabelCandidate[] {
  const { nodes } = scene
  const { zoom, pan } = view
  const found: LabelCandidate[] = []
  for (const at of visibleNodes(scene, extentOf(view))) {
    const rank = nodes.rank[at] ?? -1
    if (rank < 0) continue
    found.push({
      id: String(at),
      x: (nodes.x[at] ?? 0) * zoom + pan.x,
      y: (nodes.y[at] ?? 0) * zoom + pan.y,
      rank,
    })
  }
  return found
}

/** Those of the highest rank, and all that must be named. */
const highest = (candidates: readonly LabelCandidate[], count: number): LabelCandidate[] =>
  [...candidates]
    .sort((a, b) => b.rank - a.rank)
    .filter(({ rank }, at) => at < count || rank === Infinity)

type Style = {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly isBold: boolean
  readonly paper: string
  readonly ink: string
}

function label(pen: Pen, text: string, { x, y, scale, isBold, paper, ink }: Style): void {
  if (text === '') return
  pen.font = `${isBold ? 'bold ' : ''}${size * scale}px system-ui, sans-serif`
  wrapped(pen, text, room * scale).forEach((part, at) => {
    const width = pen.measureText(part).width
    const top = y + at * line * scale
    pen.globalAlpha = 0.85
    pen.fillStyle = paper
    pen.fillRect(x - width / 2 - 2, top - 1, width + 4, line * scale)
    pen.globalAlpha = 1
    pen.fillStyle = ink
    pen.fillText(part, x, top)
  })
}

/** At most two lines; a word longer than a line is not broken. */
function wrapped(pen: Pen, text: string, width: number): string[] {
  if (pen.measureText(text).width <= width) return [text]
  const words = text.split(' ')
  let first = words[0] ?? ''
  let at = 1
  while (at < words.length && pen.measureText(`${first} ${words[at]}`).width <= width) {
    first = `${first} ${words[at]}`
    at += 1
  }
  const rest = words.slice(at).join(' ')
  return rest === '' ? [first] : [first, rest]
}

/** What lines are called, along them. */
function paintNames(pen: Pen, scene: Scene, { zoom, pan }: View): void {
  const { nodes, lines, names, paper, ink } = scene
  pen.font = '11px system-ui, sans-serif'
  pen.textBaseline = 'middle'
  for (const [at, text] of names) {
    const middle = routeAt(scene, at)?.middle
    if (middle === undefined) continue
    const [a = 0, b = 0] = [lines.from[at], lines.to[at]]
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [nodes.x[a], nodes.y[a], nodes.x[b], nodes.y[b]]
    const x = middle.x * zoom + pan.x
    const y = middle.y * zoom + pan.y
    const angle = Math.atan2(y2 - y1, x2 - x1)
    const width = pen.measureText(text).width
    pen.save()
    pen.translate(x, y)
    pen.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle)
    pen.globalAlpha = 0.9
    pen.fillStyle = paper
    pen.fillRect(-width / 2 - 2, -8, width + 4, 16)
    pen.globalAlpha = 1
    pen.fillStyle = ink
    pen.fillText(text, 0, 0)
    pen.restore()
  }
}
