import { addAt, indexAt, numberAt } from './read'

/** Squares in a square. */
const fan = 4
/** Squares are not divided further than this; what coincides hangs together in a chain. */
const deepest = 28
/**
 * A square this much smaller than it is far counts as one body. Below 1/√2 a node is never in such
 * a square itself, so it does not push itself.
 */
const theta = 0.7

/** A tree in flat arrays, which are used again in each round. */
type Tree = {
  /** 0: nothing; above: the first of the nodes there; below: a square. Both count from 1. */
  child: Int32Array<ArrayBuffer>
  mass: Float64Array<ArrayBuffer>
  /** Sums of mass times place, for the middle of what is in a square. */
  sumX: Float64Array<ArrayBuffer>
  sumY: Float64Array<ArrayBuffer>
  width: Float64Array<ArrayBuffer>
  used: number
  /** The next node at the same place, as in `child`. */
  readonly twin: Int32Array
  readonly stack: Int32Array
}

/** Two numbers a node for its place, one for its mass. */
export type Bodies = { readonly places: Float64Array; readonly masses: Float64Array }

/** How strongly, and over which distance, nodes push each other. */
export type Push = { readonly strength: number; readonly reach: number }

/**
 * Barnes-Hut: adds to each force what pushes a node from all others, strength · mass / distance.
 * A far square of nodes is felt as one heavy point; what is farther than `reach` is not felt.
 */
export function createPusher(count: number) {
  const tree = emptyTree(count)
  return (bodies: Bodies, forces: Float64Array, push: Push): void => {
    build(tree, bodies)
    for (let node = 0; node < count; node += 1) pushOne(tree, bodies, node, forces, push)
  }
}

function emptyTree(count: number): Tree {
  const room = Math.max(64, count * 2)
  return {
    child: new Int32Array(room * fan),
    mass: new Float64Array(room),
    sumX: new Float64Array(room),
    sumY: new Float64Array(room),
    width: new Float64Array(room),
    used: 0,
    twin: new Int32Array(count),
    stack: new Int32Array(deepest * fan + fan),
  }
}

function build(tree: Tree, bodies: Bodies): void {
  const box = boxOf(bodies.places)
  tree.used = 0
  addSquare(tree, box.size)
  for (let node = 0; node < bodies.masses.length; node += 1) insert(tree, bodies, node, box)
}

function addSquare(tree: Tree, size: number): number {
  if (tree.used === tree.mass.length) grow(tree)
  const at = tree.used
  tree.child.fill(0, at * fan, at * fan + fan)
  tree.mass[at] = 0
  tree.sumX[at] = 0
  tree.sumY[at] = 0
  tree.width[at] = size
  tree.used = at + 1
  return at
}

function grow(tree: Tree): void {
  const room = tree.mass.length * 2
  const longer = (old: Float64Array<ArrayBuffer>) => {
    const next = new Float64Array(room)
    next.set(old)
    return next
  }
  const child = new Int32Array(room * fan)
  child.set(tree.child)
  tree.child = child
  tree.mass = longer(tree.mass)
  tree.sumX = longer(tree.sumX)
  tree.sumY = longer(tree.sumY)
  tree.width = longer(tree.width)
}

function weigh(tree: Tree, square: number, { places, masses }: Bodies, node: number): void {
  const mass = numberAt(masses, node)
  addAt(tree.mass, square, mass)
  addAt(tree.sumX, square, mass * numberAt(places, node * 2))
  addAt(tree.sumY, square, mass * numberAt(places, node * 2 + 1))
}

function insert(tree: Tree, bodies: Bodies, node: number, box: Box): void {
  const x = numberAt(bodies.places, node * 2)
  const y = numberAt(bodies.places, node * 2 + 1)
  let [square, left, top, size] = [0, box.left, box.top, box.size]
  for (let depth = 0; ; depth += 1) {
    weigh(tree, square, bodies, node)
    size /= 2
    const across = x >= left + size ? 1 : 0
    const down = y >= top + size ? 1 : 0
    left += across * size
    top += down * size
    const slot = square * fan + down * 2 + across
    const held = indexAt(tree.child, slot)
    if (held < 0) {
      square = -held - 1
    } else if (held === 0 || depth >= deepest) {
      tree.twin[node] = held
      tree.child[slot] = node + 1
      return
    } else {
      // Whoever stood here goes one square down; the newcomer follows in the next turn.
      square = addSquare(tree, size)
      tree.child[slot] = -square - 1
      weigh(tree, square, bodies, held - 1)
      const lower = numberAt(bodies.places, held * 2 - 1) >= top + size / 2 ? 2 : 0
      const right = numberAt(bodies.places, held * 2 - 2) >= left + size / 2 ? 1 : 0
      tree.child[square * fan + lower + right] = held
    }
  }
}

function pushOne(
  { child, mass, sumX, sumY, width, twin, stack }: Tree,
  { places, masses }: Bodies,
  node: number,
  forces: Float64Array,
  { strength, reach }: Push,
): void {
  const x = numberAt(places, node * 2)
  const y = numberAt(places, node * 2 + 1)
  let [fx, fy, waiting] = [0, 0, 1]
  stack[0] = 0
  while (waiting > 0) {
    waiting -= 1
    const square = indexAt(stack, waiting)
    const heavy = numberAt(mass, square)
    const dx = x - numberAt(sumX, square) / heavy
    const dy = y - numberAt(sumY, square) / heavy
    const far = dx * dx + dy * dy
    const size = numberAt(width, square)
    if (far > (reach + size) * (reach + size)) continue
    if (size * size < theta * theta * far) {
      fx += (dx * heavy) / far
      fy += (dy * heavy) / far
      continue
    }
    for (let slot = square * fan; slot < square * fan + fan; slot += 1) {
      const held = indexAt(child, slot)
      if (held < 0) {
        stack[waiting] = -held - 1
        waiting += 1
      }
      for (let other = held - 1; other >= 0; other = indexAt(twin, other) - 1) {
        if (other === node) continue
        const ex = x - numberAt(places, other * 2)
        const ey = y - numberAt(places, other * 2 + 1)
        const near = numberAt(masses, other) / Math.max(ex * ex + ey * ey, 1e-4)
        fx += ex * near
        fy += ey * near
      }
    }
  }
  addAt(forces, node * 2, fx * strength)
  addAt(forces, node * 2 + 1, fy * strength)
}

type Box = { readonly left: number; readonly top: number; readonly size: number }

function boxOf(places: Float64Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < places.length; at += 2) {
    const x = numberAt(places, at)
    const y = numberAt(places, at + 1)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, size: Math.max(right - left, bottom - top, 1e-6) * 1.0001 }
}
