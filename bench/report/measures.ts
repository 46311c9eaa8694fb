import { createRandom } from '../graphs/random'

/** Two numbers a node, x then y. */
export type Places = ArrayLike<number>
/** Two indexes of nodes a relation. */
export type Ends = ArrayLike<number>

/** Nodes that are looked at where all would take too long. */
const sampled = 600
const pairsLookedAt = 200_000

const xOf = (places: Places, node: number): number => places[node * 2] ?? NaN
const yOf = (places: Places, node: number): number => places[node * 2 + 1] ?? NaN
const apart = (places: Places, one: number, other: number): number =>
  Math.hypot(xOf(places, one) - xOf(places, other), yOf(places, one) - yOf(places, other))

/** Of a node with k neighbours, the part of the k nearest nodes that are neighbours; the mean. */
export function kept(places: Places, ends: Ends, sample = sampled): number {
  const near = neighbours(places.length / 2, ends)
  const parts = picked(
    [...near.keys()].filter((node) => (near[node]?.size ?? 0) > 0),
    sample,
  ).map((node) => {
    const own = near[node] ?? new Set<number>()
    return nearest(places, node, own.size).filter((other) => own.has(other)).length / own.size
  })
  return mean(parts)
}

/** The part of the ten nearest nodes that are in the same section; the mean. */
export function sameSection(
  places: Places,
  sections: ArrayLike<number>,
  sample = sampled,
  few = 10,
): number {
  const nodes = Array.from({ length: places.length / 2 }, (_, node) => node)
  const parts = picked(nodes, sample).map((node) => {
    const close = nearest(places, node, few)
    return close.filter((other) => sections[other] === sections[node]).length / close.length
  })
  return mean(parts)
}

/** The part of all nodes that have the middle of another within so many px. */
export function overAnother(places: Places, px: number): number {
  const cells = new Map<string, number[]>()
  const cellAt = (node: number) =>
    [Math.floor(xOf(places, node) / px), Math.floor(yOf(places, node) / px)] as const
  const count = places.length / 2
  for (let node = 0; node < count; node += 1) {
    const key = cellAt(node).join()
    const known = cells.get(key)
    if (known === undefined) cells.set(key, [node])
    else known.push(node)
  }
  let over = 0
  for (let node = 0; node < count; node += 1) {
    const [column, row] = cellAt(node)
    const around = [-1, 0, 1].flatMap((across) =>
      [-1, 0, 1].flatMap((down) => cells.get([column + across, row + down].join()) ?? []),
    )
    if (around.some((other) => other !== node && apart(places, node, other) < px)) over += 1
  }
  return over / count
}

/** The part of all pairs of lines that cross, from pairs taken at random. */
export function crossingShare(places: Places, ends: Ends): number {
  const random = createRandom(7)
  const lines = ends.length / 2
  let crossed = 0
  for (let look = 0; look < pairsLookedAt; look += 1) {
    const one = Math.floor(random() * lines) * 2
    const other = Math.floor(random() * lines) * 2
    const nodes = [ends[one], ends[one + 1], ends[other], ends[other + 1]]
    const [a = 0, b = 0, c = 0, d = 0] = nodes
    if (new Set(nodes).size === 4 && cross(places, [a, b], [c, d])) crossed += 1
  }
  return crossed / pairsLookedAt
}

/** Crossings of the lines that are drawn as a part of those of all lines. */
export function crossingsLeft(places: Places, all: Ends, drawn: Ends): number {
  const pairs = (ends: Ends) => (ends.length / 2) ** 2
  const before = crossingShare(places, all) * pairs(all)
  return before === 0 ? 0 : (crossingShare(places, drawn) * pairs(drawn)) / before
}

type Line = readonly [number, number]

function cross(places: Places, [a, b]: Line, [c, d]: Line): boolean {
  const side = (from: number, to: number, node: number) =>
    (xOf(places, to) - xOf(places, from)) * (yOf(places, node) - yOf(places, from)) -
    (yOf(places, to) - yOf(places, from)) * (xOf(places, node) - xOf(places, from))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function neighbours(count: number, ends: Ends): Set<number>[] {
  const near: Set<number>[] = Array.from({ length: count }, () => new Set())
  for (let at = 0; at < ends.length; at += 2) {
    const [source = 0, target = 0] = [ends[at], ends[at + 1]]
    if (source === target) continue
    near[source]?.add(target)
    near[target]?.add(source)
  }
  return near
}

function nearest(places: Places, node: number, wanted: number): number[] {
  const count = places.length / 2
  const distances = Float64Array.from({ length: count }, (_, other) =>
    other === node ? Infinity : apart(places, node, other),
  )
  const limit = distances.toSorted()[Math.min(wanted, count - 1) - 1] ?? 0
  const found: number[] = []
  for (let other = 0; other < count; other += 1) {
    if ((distances[other] ?? 0) <= limit && other !== node) found.push(other)
  }
  return found
    .sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0))
    .slice(0, wanted)
}

/** So many at most, evenly from the whole list. */
function picked(all: readonly number[], most: number): number[] {
  const step = Math.max(1, all.length / most)
  return Array.from(
    { length: Math.min(all.length, most) },
    (_, at) => all[Math.floor(at * step)] ?? 0,
  )
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / list.length
