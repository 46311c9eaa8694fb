import { addAt, indexAt } from './read'

/** A graph as numbers: who is next to whom, in one list; nodes are indexes. */
export type Net = {
  readonly count: number
  /** Where the neighbours of each node begin in `near`; one more at the end. */
  readonly starts: Int32Array
  readonly near: Int32Array
  /** How many relations each entry of `near` stands for. */
  readonly weights: Float64Array
  /** How many nodes of the whole graph each node stands for. */
  readonly masses: Float64Array
}

/** Each pair stands once, whatever the number and direction of its relations; no self-relations. */
export function netOf(
  masses: Float64Array,
  pairs: ArrayLike<number>,
  pairWeights: ArrayLike<number> | null = null,
): Net {
  const count = masses.length
  const known = new Map<number, number>()
  for (let at = 0; at < pairs.length; at += 2) {
    const [one = 0, other = 0] = [pairs[at], pairs[at + 1]]
    if (one === other) continue
    const key = Math.min(one, other) * count + Math.max(one, other)
    known.set(key, (known.get(key) ?? 0) + (pairWeights?.[at / 2] ?? 1))
  }
  const starts = startsOf(count, known)
  const next = starts.slice()
  const near = new Int32Array(known.size * 2)
  const weights = new Float64Array(known.size * 2)
  const put = (from: number, to: number, weight: number) => {
    const at = indexAt(next, from)
    near[at] = to
    weights[at] = weight
    next[from] = at + 1
  }
  for (const [key, weight] of known) {
    const [low, high] = [Math.floor(key / count), key % count]
    put(low, high, weight)
    put(high, low, weight)
  }
  return { count, starts, near, weights, masses }
}

function startsOf(count: number, pairs: ReadonlyMap<number, number>): Int32Array {
  const degrees = new Float64Array(count + 1)
  for (const key of pairs.keys()) {
    addAt(degrees, Math.floor(key / count) + 1, 1)
    addAt(degrees, (key % count) + 1, 1)
  }
  let sum = 0
  return Int32Array.from(degrees, (degree) => (sum += degree))
}

export const degreeAt = ({ starts }: Net, node: number): number =>
  indexAt(starts, node + 1) - indexAt(starts, node)

/** Calls back for each neighbour of a node, with how many relations lead there. */
export function eachNear(
  { starts, near, weights }: Net,
  node: number,
  visit: (other: number, weight: number) => void,
): void {
  const end = indexAt(starts, node + 1)
  for (let at = indexAt(starts, node); at < end; at += 1) visit(indexAt(near, at), weights[at] ?? 1)
}
