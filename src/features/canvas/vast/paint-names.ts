import { type Pen, writeRimmed } from '../../picture'
import type { Extent } from '../canvas'
import { routeAt } from './geometry'
import type { Scene } from './scene'
import type { View } from './view'

const nameSize = 11
/** More names of lines than this are chosen from: nobody reads them over each other. */
const few = 12

type Name = {
  readonly text: string
  /** The middle, px of the screen, the angle of the line, and how long name and line are. */
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly width: number
  readonly room: number
  readonly rank: number
}

/**
 * What lines are called, along them; of many those of the widest lines that lie over no other name,
 * of a line or a node: `taken` is where those of nodes are, px of the screen.
 */
export function paintNames(pen: Pen, scene: Scene, view: View, taken: readonly Extent[]): void {
  pen.font = `${nameSize}px system-ui, sans-serif`
  pen.textBaseline = 'middle'
  const names = scene.names.flatMap(([at, text]) => {
    const spot = spotAt(scene, view, at)
    return spot === null ? [] : [{ ...spot, text, width: pen.measureText(text).width }]
  })
  const { paper, ink } = scene
  for (const { text, x, y, angle } of names.length > few ? chosen(names, taken) : names) {
    pen.save()
    pen.translate(x, y)
    pen.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle)
    writeRimmed(pen, text, { x: 0, y: 0 }, { size: nameSize, paper, ink })
    pen.restore()
  }
}

/** Where the name of a line would be; null where the line is not seen. */
function spotAt(
  scene: Scene,
  { zoom, pan, width, height }: View,
  at: number,
): Omit<Name, 'text' | 'width'> | null {
  const middle = routeAt(scene, at)?.middle
  if (middle === undefined) return null
  const [x, y] = [middle.x * zoom + pan.x, middle.y * zoom + pan.y]
  if (x < 0 || y < 0 || x > width || y > height) return null
  const { across, down } = spanOf(scene, at)
  return {
    ...{ x, y },
    angle: Math.atan2(down, across),
    room: Math.hypot(across, down) * zoom,
    rank: scene.lineLooks[scene.lines.look[at] ?? 0]?.stroke.width ?? 0,
  }
}

/** From the middle of the one end to that of the other, model px. */
function spanOf({ nodes: { x, y }, lines }: Scene, at: number): { across: number; down: number } {
  const [from = 0, to = 0] = [lines.from[at], lines.to[at]]
  return { across: (x[to] ?? 0) - (x[from] ?? 0), down: (y[to] ?? 0) - (y[from] ?? 0) }
}

/** The widest lines first; none over another, and none longer than its line. */
function chosen(names: readonly Name[], boxes: readonly Extent[]): Name[] {
  const taken: Name[] = []
  for (const name of [...names].sort((a, b) => b.rank - a.rank)) {
    const isFree =
      name.room > name.width &&
      boxes.every((box) => !liesOn(name, box)) &&
      taken.every((other) => !meets(name, other))
    if (isFree) taken.push(name)
  }
  return taken
}

/** Whether two names may lie over each other: each is looked at as a row of small circles. */
function meets(one: Name, other: Name): boolean {
  const far = (one.width + other.width) / 2 + nameSize
  if (Math.hypot(one.x - other.x, one.y - other.y) > far) return false
  const others = spotsOf(other)
  return spotsOf(one).some(({ x, y }) =>
    others.some((spot) => Math.hypot(spot.x - x, spot.y - y) < nameSize * 1.2),
  )
}

const liesOn = (name: Name, { x1, y1, x2, y2 }: Extent): boolean =>
  spotsOf(name).some(({ x, y }) => x > x1 && x < x2 && y > y1 && y < y2)

function spotsOf({ x, y, angle, width }: Name): { x: number; y: number }[] {
  const count = Math.max(1, Math.round(width / nameSize))
  return Array.from({ length: count }, (_, at) => {
    const along = ((at + 0.5) / count - 0.5) * width
    return { x: x + Math.cos(angle) * along, y: y + Math.sin(angle) * along }
  })
}
