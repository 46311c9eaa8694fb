import { type Net, otherEnd, type Tie } from './net'

export type Cuts = {
  /** Ties that alone hold two parts together; `apart` is the size of the smaller part. */
  readonly bridges: readonly { readonly tie: Tie; readonly apart: number }[]
  /** Nodes whose loss splits their part; `pieces` are the sizes of what is left of it. */
  readonly joints: readonly { readonly node: number; readonly pieces: readonly number[] }[]
}

/** One node on the way down, and which of its ties come next. */
type Visit = { readonly node: number; readonly by: Tie | null; next: number }

/**
 * Tarjan's low-link in one walk over all nodes and ties, without recursion: graphs are larger
 * than any call stack.
 */
export function findCuts(net: Net): Cuts {
  const size = net.ids.length
  const state: Walk = {
    net,
    found: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    below: new Uint32Array(size).fill(1),
    split: new Map(),
    bridges: [],
    count: 0,
  }
  const bridges: { tie: Tie; apart: number }[] = []
  const joints: { node: number; pieces: number[] }[] = []
  for (let root = 0; root < size; root += 1) {
    if (state.found[root] !== -1) continue
    walkFrom(root, state)
    const whole = at(state.below, root)
    for (const { tie, below } of state.bridges) {
      bridges.push({ tie, apart: Math.min(below, whole - below) })
    }
    for (const [node, parts] of state.split) {
      const rest = whole - 1 - parts.reduce((sum, part) => sum + part, 0)
      const pieces = rest > 0 ? [...parts, rest] : parts
      if (pieces.length > 1) joints.push({ node, pieces })
    }
    state.bridges = []
    state.split = new Map()
  }
  return { bridges, joints }
}

type Walk = {
  readonly net: Net
  /** When each node was met, or -1. */
  readonly found: Int32Array
  /** The earliest node that can be reached from here and below without the tie to the parent. */
  readonly low: Int32Array
  /** Nodes below each node in the walk, itself included. */
  readonly below: Uint32Array
  /** Sizes of the parts below a node that hang on it alone. */
  split: Map<number, number[]>
  bridges: { tie: Tie; below: number }[]
  count: number
}

const at = (list: Int32Array | Uint32Array, index: number): number => list[index] ?? 0

function walkFrom(root: number, walk: Walk): void {
  const stack: Visit[] = [meet(root, null, walk)]
  for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
    const tie = walk.net.near[visit.node]?.[visit.next]
    visit.next += 1
    if (tie === undefined) {
      stack.pop()
      const parent = stack.at(-1)
      if (parent !== undefined && visit.by !== null) leave(visit.node, visit.by, parent.node, walk)
    } else if (tie !== visit.by) {
      const next = otherEnd(tie, visit.node)
      if (at(walk.found, next) === -1) stack.push(meet(next, tie, walk))
      else walk.low[visit.node] = Math.min(at(walk.low, visit.node), at(walk.found, next))
    }
  }
}

function meet(node: number, by: Tie | null, walk: Walk): Visit {
  walk.found[node] = walk.count
  walk.low[node] = walk.count
  walk.count += 1
  return { node, by, next: 0 }
}

function leave(node: number, by: Tie, parent: number, walk: Walk): void {
  const [low, below] = [at(walk.low, node), at(walk.below, node)]
  walk.low[parent] = Math.min(at(walk.low, parent), low)
  walk.below[parent] = at(walk.below, parent) + below
  if (low > at(walk.found, parent)) walk.bridges.push({ tie: by, below })
  if (low < at(walk.found, parent)) return
  const parts = walk.split.get(parent)
  if (parts === undefined) walk.split.set(parent, [below])
  else parts.push(below)
}
