import { type Net } from './net'
import { indexAt, numberAt } from './read'
import type { Random } from './random'

/** Nodes from which the distance to all others is known; more change little. */
const mostPivots = 50
const turns = 60

/**
 * Places in a plane so that distances are near to the numbers of steps between nodes, worked out
 * from a few pivots only (Brandes and Pich, "Eigensolver methods for progressive multidimensional
 * scaling"). Two numbers a node, the farthest at about `size`.
 */
export function pivotMds(net: Net, size: number, random: Random): Float64Array {
  const columns = centred(distancesOf(net), net.count)
  const axes = axesOf(productsOf(columns), random)
  const places = new Float64Array(net.count * 2)
  let farthest = 1e-9
  for (const [shift, axis] of axes.entries()) {
    for (let node = 0; node < net.count; node += 1) {
      let sum = 0
      for (const [at, column] of columns.entries()) {
        sum += numberAt(column, node) * numberAt(axis, at)
      }
      places[node * 2 + shift] = sum
      farthest = Math.max(farthest, Math.abs(sum))
    }
  }
  // Nodes that are alike to all pivots would stand in one place, and never leave each other.
  return places.map((value) => (value / farthest) * size + (random() - 0.5) * size * 0.01)
}

/** Steps from each pivot to all nodes; the next pivot is what is farthest from those before. */
function distancesOf(net: Net): Float64Array[] {
  const nearest = new Float64Array(net.count).fill(Infinity)
  const found: Float64Array[] = []
  let pivot = 0
  while (found.length < Math.min(mostPivots, net.count)) {
    const steps = stepsFrom(net, pivot)
    found.push(steps)
    let far = -1
    for (let node = 0; node < net.count; node += 1) {
      const least = Math.min(numberAt(nearest, node), numberAt(steps, node))
      nearest[node] = least
      if (least > far) [far, pivot] = [least, node]
    }
  }
  return found
}

/** What is not reached is a little farther than all that is. */
function stepsFrom({ count, starts, near }: Net, from: number): Float64Array {
  const steps = new Float64Array(count).fill(-1)
  const queue = new Int32Array(count)
  steps[from] = 0
  queue[0] = from
  let end = 1
  let far = 0
  for (let head = 0; head < end; head += 1) {
    const node = indexAt(queue, head)
    far = numberAt(steps, node)
    for (let at = indexAt(starts, node); at < indexAt(starts, node + 1); at += 1) {
      const other = indexAt(near, at)
      if (numberAt(steps, other) >= 0) continue
      steps[other] = far + 1
      queue[end] = other
      end += 1
    }
  }
  return steps.map((step) => (step < 0 ? far + 2 : step))
}

/** Squares of distances, less their means by row and by column. */
function centred(distances: readonly Float64Array[], count: number): Float64Array[] {
  const squares = distances.map((steps) => steps.map((step) => step * step))
  const rows = new Float64Array(count)
  for (const column of squares) {
    for (let node = 0; node < count; node += 1) {
      rows[node] = numberAt(rows, node) + numberAt(column, node) / squares.length
    }
  }
  const all = meanOf(rows)
  return squares.map((column) => {
    const own = meanOf(column)
    return column.map((value, node) => -(value - own - numberAt(rows, node) + all) / 2)
  })
}

const meanOf = (list: Float64Array): number => list.reduce((sum, one) => sum + one, 0) / list.length

/** Each column by each other: small, since there are few pivots. */
const productsOf = (columns: readonly Float64Array[]): Float64Array[] =>
  columns.map((one) =>
    Float64Array.from(columns, (other) => {
      let sum = 0
      for (let at = 0; at < one.length; at += 1) sum += numberAt(one, at) * numberAt(other, at)
      return sum
    }),
  )

/** The two directions in which there is most to see, by repeated multiplication. */
function axesOf(products: readonly Float64Array[], random: Random): [Float64Array, Float64Array] {
  const strongest = (besides: Float64Array | null): Float64Array => {
    let axis = Float64Array.from(products, () => random() - 0.5)
    for (let turn = 0; turn < turns; turn += 1) {
      const next = Float64Array.from(products, (row) => dot(row, axis))
      const shared = besides === null ? 0 : dot(next, besides)
      const free =
        besides === null ? next : next.map((value, at) => value - shared * numberAt(besides, at))
      const length = Math.sqrt(dot(free, free)) || 1
      axis = free.map((value) => value / length)
    }
    return axis
  }
  const first = strongest(null)
  return [first, strongest(first)]
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += numberAt(one, at) * numberAt(other, at)
  return sum
}
