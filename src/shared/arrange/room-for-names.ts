import { type NamesOnScreen, numberAt, turnWide } from '../layout'

/** Rounds of pushing; each is a look at all pairs, of which there are few. */
const rounds = 400
/** Px between what is named, at least. */
const gap = 6
/** The largest that a picture is drawn where it is fitted. */
const closest = 1.3
/** How much more one way than the other it may be stretched, so that it fills its room. */
const mostStretched = 1.7
/** Of each overlap so much is pushed apart at once; more of it sends nodes to and fro. */
const eagerness = 0.5

/**
 * Moves the nodes of a small picture apart until each has room for its name where the picture is
 * fitted to its part of the screen. Names keep their size there however far the picture spreads, so
 * it fills that part first, and then nodes push each other within it, away from what lies over it. Answers with new places, model
 * px; fitted, one of them is one of the screen's.
 */
export function roomForNames(
  places: Float64Array,
  names: NamesOnScreen,
): Float64Array<ArrayBuffer> {
  const spread = Float64Array.from(places)
  turnWide(spread)
  fill(spread, names)
  drop(spread, names, 1)
  findRoom(spread, names)
  drop(spread, names, -1)
  return spread
}

/** From the middles of nodes to those of nodes with their names below them, or back. */
function drop(places: Float64Array, { drops }: NamesOnScreen, way: 1 | -1): void {
  drops.forEach((by, node) => {
    places[node * 2 + 1] = numberAt(places, node * 2 + 1) + by * way
  })
}

function findRoom(places: Float64Array, names: NamesOnScreen): void {
  for (let round = 0; round < rounds; round += 1) {
    const isClose = pushApart(places, names)
    if (!pushFromCovers(places, names) && !isClose) return
  }
  // Some stand between others that cannot give way.
  for (let node = 0; node * 2 < places.length; node += 1) jump(places, names, node)
}

/** Makes the picture as large as its part of the screen, whose middle is at 0. */
function fill(places: Float64Array, { width, height }: NamesOnScreen): void {
  const [across, down] = [rangeOf(places, 0), rangeOf(places, 1)]
  const [wide, high] = [width / across.span, height / down.span]
  const zoom = Math.min(wide, high, closest)
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [numberAt(places, at), numberAt(places, at + 1)]
    places[at] = (x - across.middle) * Math.min(wide, zoom * mostStretched)
    places[at + 1] = (y - down.middle) * Math.min(high, zoom * mostStretched)
  }
}

function rangeOf(places: Float64Array, from: 0 | 1): { span: number; middle: number } {
  let [least, most] = [Infinity, -Infinity]
  for (let at = from; at < places.length; at += 2) {
    least = Math.min(least, numberAt(places, at))
    most = Math.max(most, numberAt(places, at))
  }
  return { span: Math.max(most - least, 1), middle: (least + most) / 2 }
}

/** Out from under what lies over the picture, the shortest way that stays in sight. */
function pushFromCovers(
  places: Float64Array,
  { sizes, width, height, covers }: NamesOnScreen,
): boolean {
  let isCovered = false
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [numberAt(places, at), numberAt(places, at + 1)]
    const [wide, high] = [numberAt(sizes, at) / 2, numberAt(sizes, at + 1) / 2]
    for (const { x1, y1, x2, y2 } of covers) {
      if (x + wide <= x1 || x - wide >= x2 || y + high <= y1 || y - high >= y2) continue
      isCovered = true
      const ways = [
        { to: x1 - wide, from: x, axis: 0, most: width / 2 },
        { to: x2 + wide, from: x, axis: 0, most: width / 2 },
        { to: y1 - high, from: y, axis: 1, most: height / 2 },
        { to: y2 + high, from: y, axis: 1, most: height / 2 },
      ].filter(({ to, most }) => Math.abs(to) <= most)
      ways.sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))
      const [way] = ways
      if (way !== undefined) places[at + way.axis] = way.to
    }
  }
  return isCovered
}

/** Px between two spots that are tried. */
const step = 18

/** Puts a node that still has no room to the nearest spot where it has. */
function jump(places: Float64Array, names: NamesOnScreen, node: number): void {
  const { width, height } = names
  const [x, y] = [numberAt(places, node * 2), numberAt(places, node * 2 + 1)]
  if (isFree(places, names, node, x, y)) return
  let nearest = Infinity
  for (let across = -width / 2; across <= width / 2; across += step) {
    for (let down = -height / 2; down <= height / 2; down += step) {
      const far = (across - x) ** 2 + (down - y) ** 2
      if (far >= nearest || !isFree(places, names, node, across, down)) continue
      nearest = far
      places[node * 2] = across
      places[node * 2 + 1] = down
    }
  }
}

function isFree(
  places: Float64Array,
  { sizes, covers }: NamesOnScreen,
  node: number,
  x: number,
  y: number,
): boolean {
  const [wide, high] = [numberAt(sizes, node * 2) / 2, numberAt(sizes, node * 2 + 1) / 2]
  const isUnder = covers.some(
    ({ x1, y1, x2, y2 }) => x + wide > x1 && x - wide < x2 && y + high > y1 && y - high < y2,
  )
  if (isUnder) return false
  for (let other = 0; other * 2 < places.length; other += 1) {
    if (other === node) continue
    const across = Math.abs(numberAt(places, other * 2) - x) - numberAt(sizes, other * 2) / 2 - wide
    const down =
      Math.abs(numberAt(places, other * 2 + 1) - y) - numberAt(sizes, other * 2 + 1) / 2 - high
    if (across < 0 && down < 0) return false
  }
  return true
}

/** One round; whether anything was too near. */
function pushApart(places: Float64Array, { sizes, width, height }: NamesOnScreen): boolean {
  const count = places.length / 2
  const half = [width / 2, height / 2] as const
  const move = (node: number, axis: 0 | 1, by: number): void => {
    const to = numberAt(places, node * 2 + axis) + by
    places[node * 2 + axis] = Math.max(-half[axis], Math.min(half[axis], to))
  }
  let isClose = false
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) {
      const dx = numberAt(places, other * 2) - numberAt(places, one * 2)
      const dy = numberAt(places, other * 2 + 1) - numberAt(places, one * 2 + 1)
      const wide = (numberAt(sizes, one * 2) + numberAt(sizes, other * 2)) / 2 + gap - Math.abs(dx)
      const high =
        (numberAt(sizes, one * 2 + 1) + numberAt(sizes, other * 2 + 1)) / 2 + gap - Math.abs(dy)
      if (wide <= 0 || high <= 0) continue
      isClose = true
      // The shorter way; two in one place go apart by their order.
      const axis = wide < high ? 0 : 1
      const way = (axis === 0 ? dx : dy) < 0 ? -1 : 1
      const by = Math.min(wide, high) * eagerness * way
      move(one, axis, -by)
      move(other, axis, by)
    }
  }
  return isClose
}
