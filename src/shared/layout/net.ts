import { addAt, indexAt, numberAt } from './read'

/** A graph as numbers: each pair of related nodes once, and who is next to whom in one list. */
export type Net = {
  readonly count: number
  /** Two nodes a pair, the lower number first. */
  readonly pairs: Int32Array
  /** How strong each pair is: the sum of the weights of its relations. */
  readonly strengths: Float64Array
  /** Where the neighbours of each node begin in `near`; one more at the end. */
  readonly starts: Int32Array
  readonly near: Int32Array
}

/** Self-relations are left out; `weights` has one number a pair of `edges`. */
export function netOf(
  count: number,
  edges: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): Net {
  const known = new Map<number, number>()
  for (let at = 0; at < edges.length; at += 2) {
    const [one = 0, other = 0] = [edges[at], edges[at + 1]]
    const weight = weights?.[at >> 1] ?? 1
    if (one === other || weight <= 0) continue
    const key = Math.min(one, other) * count + Math.max(one, other)
    known.set(key, (known.get(key) ?? 0) + weight)
  }
  const pairs = new Int32Array(known.size * 2)
  const strengths = new Float64Array(known.size)
  let at = 0
  for (const [key, weight] of known) {
    pairs[at * 2] = Math.floor(key / count)
    pairs[at * 2 + 1] = key % count
    strengths[at] = weight
    at += 1
  }
  return { count, pairs, strengths, ...neighboursOf(count, pairs) }
}

function neighboursOf(count: number, pairs: Int32Array): Pick<Net, 'starts' | 'near'> {
  const starts = new Int32Array(count + 1)
  for (const end of pairs) starts[end + 1] = indexAt(starts, end + 1) + 1
  for (let node = 0; node < count; node += 1) {
    starts[node + 1] = indexAt(starts, node + 1) + indexAt(starts, node)
  }
  const next = starts.slice()
  const near = new Int32Array(pairs.length)
  for (let at = 0; at < pairs.length; at += 2) {
    const [low, high] = [indexAt(pairs, at), indexAt(pairs, at + 1)]
    near[indexAt(next, low)] = high
    near[indexAt(next, high)] = low
    next[low] = indexAt(next, low) + 1
    next[high] = indexAt(next, high) + 1
  }
  return { starts, near }
}

export const degreeAt = ({ starts }: Pick<Net, 'starts'>, node: number): number =>
  indexAt(starts, node + 1) - indexAt(starts, node)

/**
 * How much each pair counts, from 0 to 1: its part of all that either end has. A page's only link
 * counts whole, one of the hundreds of a hub does by what it is to its other end.
 */
export function sharesOf({ count, pairs, strengths }: Net): Float64Array {
  const sums = new Float64Array(count)
  for (let at = 0; at < strengths.length; at += 1) {
    addAt(sums, indexAt(pairs, at * 2), numberAt(strengths, at))
    addAt(sums, indexAt(pairs, at * 2 + 1), numberAt(strengths, at))
  }
  return strengths.map((strength, at) => {
    const one = strength / numberAt(sums, indexAt(pairs, at * 2))
    const other = strength / numberAt(sums, indexAt(pairs, at * 2 + 1))
    return one + other - one * other
  })
}
