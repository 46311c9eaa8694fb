import { type Grid, gridOver, put } from './grid'
import { degreeAt, type Net, sharesOf } from './net'
import { placeLone } from './place-lone'
import type { Random } from './random'
import { indexAt, numberAt } from './read'

export type Room = {
  /** Between the middles of two nodes at least, model px. */
  readonly pitch: number
  /** Cells for each node: more of them keep empty what was empty. */
  readonly cells: number
  /** How often each node looks for a better cell. */
  readonly rounds: number
}

/** How far from a neighbour a node looks for a cell; rounds to one cell each way, at most. */
const sight = 1.49
/** How far a node stands off the middle of its cell, so that nobody sees cells; part of the pitch. */
const unevenness = 0.2

/**
 * Gives each node a cell of its own, the nearest that is free. What is torn apart by that comes
 * together again: a node changes to a cell by one of its neighbours, or with the node in it,
 * wherever that makes their relations shorter. Answers with new places, model px.
 */
export function makeRoom(
  net: Net,
  places: Float64Array,
  sections: Int32Array,
  { pitch, cells, rounds }: Room,
  random: Random,
): Float64Array<ArrayBuffer> {
  const isLone = (node: number) => degreeAt(net, node) === 0
  const size = pitch * Math.sqrt((net.count * cells) / (2 * Math.PI))
  const grid = gridOver(scaled(places, size, isLone), pitch, isLone)
  const ties = tiesOf(net)
  for (let round = 0; round < rounds; round += 1) {
    for (let node = 0; node < net.count; node += 1) change(grid, ties, node, random)
  }
  placeLone(grid, sections, isLone)
  return Float64Array.from({ length: net.count * 2 }, (_, at) => {
    const cell = indexAt(grid.cellOf, at >> 1)
    const line = at % 2 === 0 ? cell % grid.columns : Math.floor(cell / grid.columns)
    return (line + (random() - 0.5) * 2 * unevenness) * pitch
  })
}

/** Round 0, so that the mean distance of what has relations is as wanted. */
function scaled(
  places: Float64Array,
  wanted: number,
  isLone: (node: number) => boolean,
): Float64Array {
  let [count, x, y, squares] = [0, 0, 0, 0]
  for (let node = 0; node * 2 < places.length; node += 1) {
    if (isLone(node)) continue
    const [across, down] = [numberAt(places, node * 2), numberAt(places, node * 2 + 1)]
    count += 1
    x += across
    y += down
    squares += across * across + down * down
  }
  const [middleX, middleY] = [x / count, y / count]
  const size = Math.sqrt(Math.max(0, squares / count - middleX ** 2 - middleY ** 2))
  const factor = size > 0 ? wanted / size : 1
  // What has flown far off would make the grid, and the picture, mostly empty.
  const farthest = 3 * wanted
  return places.map((value, at) =>
    isLone(at >> 1)
      ? 0
      : Math.max(
          -farthest,
          Math.min(farthest, (value - (at % 2 === 0 ? middleX : middleY)) * factor),
        ),
  )
}

type Ties = Pick<Net, 'starts' | 'near'> & { readonly weights: Float64Array }

/** How much each neighbour in `near` counts. */
function tiesOf(net: Net): Ties {
  const shares = sharesOf(net)
  const next = net.starts.slice()
  const weights = new Float64Array(net.near.length)
  for (let pair = 0; pair < shares.length; pair += 1) {
    for (const end of [indexAt(net.pairs, pair * 2), indexAt(net.pairs, pair * 2 + 1)]) {
      weights[indexAt(next, end)] = numberAt(shares, pair)
      next[end] = indexAt(next, end) + 1
    }
  }
  return { starts: net.starts, near: net.near, weights }
}

/** Tries one cell by one of the neighbours of a node. */
function change(grid: Grid, ties: Ties, node: number, random: Random): void {
  const start = indexAt(ties.starts, node)
  const degree = indexAt(ties.starts, node + 1) - start
  if (degree === 0) return
  const beside = indexAt(grid.cellOf, indexAt(ties.near, start + Math.floor(random() * degree)))
  const column = (beside % grid.columns) + Math.round((random() * 2 - 1) * sight)
  const row = Math.floor(beside / grid.columns) + Math.round((random() * 2 - 1) * sight)
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return
  const there = row * grid.columns + column
  const here = indexAt(grid.cellOf, node)
  const other = indexAt(grid.held, there)
  if (other === node) return
  const gain =
    lengthAt(grid, ties, node, here) -
    lengthAt(grid, ties, node, there) +
    (other < 0 ? 0 : lengthAt(grid, ties, other, there) - lengthAt(grid, ties, other, here))
  if (gain <= 0) return
  grid.held[here] = -1
  put(grid, node, there)
  if (other >= 0) put(grid, other, here)
}

/** How long the relations of a node would be from a cell: what is near counts, far is far. */
function lengthAt(grid: Grid, { starts, near, weights }: Ties, node: number, cell: number): number {
  const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)]
  let sum = 0
  for (let at = indexAt(starts, node); at < indexAt(starts, node + 1); at += 1) {
    const other = indexAt(grid.cellOf, indexAt(near, at))
    const x = column - (other % grid.columns)
    const y = row - Math.floor(other / grid.columns)
    sum += numberAt(weights, at) * Math.log(1 + x * x + y * y)
  }
  return sum
}
