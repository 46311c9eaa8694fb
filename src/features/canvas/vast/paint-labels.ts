import {
  breakable,
  chooseLabels,
  type LabelCandidate,
  labelBoxOf,
  labelSize,
  type LabelSide,
  onScreen,
  type Pen,
  type Size,
  writeRimmed,
} from '../../picture'
import type { Extent } from '../canvas'
import { visibleNodes } from './geometry'
import { paintNames } from './paint-names'
import type { Scene } from './scene'
import { extentOf, type View } from './view'

/** Titles by row. */
export type Titles = readonly (string | undefined)[]

/** CSS px. */
const { size, room, closest } = onScreen
const line = 14
/** Lines of one label. */
const most = 3
/** With more nodes in sight than this, labels only name landmarks: so many, of so many that could. */
const crowd = 1500
const landmarks = 16
const eligible = 600

/** Labels on the nodes that matter most, none over another, in one size on the screen. */
export function paintLabels(pen: Pen, scene: Scene, titles: Titles, view: View): void {
  const { nodes, paper, ink } = scene
  const { zoom, pan } = view
  const captions = new Map(scene.captions)
  const scale = Math.max(1, zoom / closest)
  const textOf = (at: number) => captions.get(at) ?? titles[nodes.row[at] ?? -1] ?? ''
  const placed = (at: number) => ({
    x: (nodes.x[at] ?? 0) * zoom + pan.x,
    y: (nodes.y[at] ?? 0) * zoom + pan.y,
    node: { width: (nodes.width[at] ?? 0) * zoom, height: (nodes.height[at] ?? 0) * zoom },
  })
  const inSight = ranksIn(scene, view)
  const isCrowd = inSight.length > crowd
  const candidates = (isCrowd ? highest(inSight, eligible) : inSight).map(
    ({ at, rank }): LabelCandidate => {
      const { width, height } = labelSize(textOf(at))
      const label = { width: width * scale, height: height * scale }
      return { id: String(at), rank, ...placed(at), label }
    },
  )
  const chosen = [...chooseLabels(candidates, view)]
  pen.textBaseline = 'top'
  const taken: Extent[] = []
  // Those of the highest rank were chosen first.
  for (const [id, side] of isCrowd ? chosen.slice(0, landmarks) : chosen) {
    const at = Number(id)
    const isBold = scene.nodeLooks[nodes.look[at] ?? 0]?.isBold === true
    const box = label(pen, textOf(at), { ...placed(at), side, scale, isBold, paper, ink })
    if (box !== null) taken.push(box)
  }
  paintNames(pen, scene, view, taken)
}

type Ranked = { readonly at: number; readonly rank: number }

/** Nodes in sight that could wear a label. */
function ranksIn(scene: Scene, view: View): Ranked[] {
  const { nodes } = scene
  const found: Ranked[] = []
  for (const at of visibleNodes(scene, extentOf(view))) {
    const rank = nodes.rank[at] ?? -1
    if (rank >= 0) found.push({ at, rank })
  }
  return found
}

/** Those of the highest rank, and all that must be named. */
const highest = (candidates: readonly Ranked[], count: number): Ranked[] =>
  [...candidates]
    .sort((a, b) => b.rank - a.rank)
    .filter(({ rank }, at) => at < count || rank === Infinity)

type Style = {
  /** The middle of the node, and its size. */
  readonly x: number
  readonly y: number
  readonly node: Size
  readonly side: LabelSide
  readonly scale: number
  readonly isBold: boolean
  readonly paper: string
  readonly ink: string
}

/** Gives where it is, or null where there is nothing to write. */
function label(pen: Pen, text: string, style: Style): Extent | null {
  if (text === '') return null
  const { x, y, node, side, scale, isBold, paper, ink } = style
  pen.font = `${isBold ? 'bold ' : ''}${size * scale}px system-ui, sans-serif`
  const parts = wrapped(pen, text, room * scale)
  const height = parts.length * line * scale
  const label = { width: Math.max(...parts.map((part) => pen.measureText(part).width)), height }
  const box = labelBoxOf({ x, y, node, label }, side)
  pen.textAlign = 'center'
  parts.forEach((part, at) => {
    const width = pen.measureText(part).width
    const middle = middleOf(box, width, side)
    const top = box.y1 + at * line * scale
    writeRimmed(pen, part, { x: middle, y: top }, { size: size * scale, paper, ink })
  })
  return box
}

/** Lines beside a node begin or end at it; those above and below are in the middle. */
function middleOf({ x1, x2 }: { x1: number; x2: number }, width: number, side: LabelSide): number {
  if (side.endsWith('right')) return x1 + width / 2
  return side.endsWith('left') ? x2 - width / 2 : (x1 + x2) / 2
}

/** Broken at spaces, and where else a text may be; what is over a third line ends in “…”. */
function wrapped(pen: Pen, text: string, width: number): string[] {
  if (pen.measureText(text).width <= width) return [text]
  const lines: string[] = []
  let last = ''
  for (const piece of breakable(text).split(/(?<= )|\u200b/u)) {
    if (last !== '' && pen.measureText(last + piece.trimEnd()).width > width) {
      lines.push(last.trimEnd())
      last = ''
    }
    last += piece
  }
  lines.push(last.trimEnd())
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
}
