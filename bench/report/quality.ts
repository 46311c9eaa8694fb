/** Two numbers a node, x then y. */
export type Places = ArrayLike<number>
/** Two indexes of nodes an edge. */
export type Edges = ArrayLike<number>

export type Quality = {
  /** Standard deviation of edge lengths over their mean: 0 where all are the same. */
  readonly spread: number
  /** Mean edge length over that of pairs taken at random: small where neighbours stand near. */
  readonly nearness: number
  /** Part of the nodes nearest to a node that are its neighbours, over a sample. */
  readonly kept: number
  /** Part of the nodes that lie over another. */
  readonly overlapped: number
}

const sampled = 400

/** How good a picture is, by measures that no layout here optimizes by name. */
export function qualityOf(places: Places, edges: Edges, nodeSize: number): Quality {
  const lengths = edgeLengths(places, edges)
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length
  const squares = lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return {
    spread: Math.sqrt(squares / lengths.length) / mean,
    nearness: mean / meanDistance(places),
    kept: keptNeighbours(places, edges),
    overlapped: overlapped(places, nodeSize),
  }
}

const x = (places: Places, node: number): number => places[node * 2] ?? NaN
const y = (places: Places, node: number): number => places[node * 2 + 1] ?? NaN
const apart = (places: Places, one: number, other: number): number =>
  Math.hypot(x(places, one) - x(places, other), y(places, one) - y(places, other))

function edgeLengths(places: Places, edges: Edges): number[] {
  const lengths: number[] = []
  for (let at = 0; at < edges.length; at += 2) {
    const [source = 0, target = 0] = [edges[at], edges[at + 1]]
    if (source !== target) lengths.push(apart(places, source, target))
  }
  return lengths
}

/** Of pairs that are far from each other in the list. */
function meanDistance(places: Places): number {
  const count = places.length / 2
  let sum = 0
  for (let at = 0; at < count; at += 1) sum += apart(places, at, (at * 7919 + 4001) % count)
  return sum / count
}

function keptNeighbours(places: Places, edges: Edges): number {
  const count = places.length / 2
  const near: Set<number>[] = Array.from({ length: count }, () => new Set())
  for (let at = 0; at < edges.length; at += 2) {
    const [source = 0, target = 0] = [edges[at], edges[at + 1]]
    if (source === target) continue
    near[source]?.add(target)
    near[target]?.add(source)
  }
  let sum = 0
  let looked = 0
  for (let node = 0; node < count; node += Math.max(1, Math.floor(count / sampled))) {
    const friends = near[node] ?? new Set()
    if (friends.size === 0) continue
    const nearest = Array.from({ length: count }, (_, other) => other)
      .filter((other) => other !== node)
      .sort((a, b) => apart(places, node, a) - apart(places, node, b))
      .slice(0, friends.size)
    sum += nearest.filter((other) => friends.has(other)).length / friends.size
    looked += 1
  }
  return sum / looked
}

function overlapped(places: Places, size: number): number {
  const count = places.length / 2
  const cells = new Map<string, number[]>()
  const cellOf = (node: number) =>
    [Math.floor(x(places, node) / size), Math.floor(y(places, node) / size)] as const
  for (let node = 0; node < count; node += 1) {
    const key = cellOf(node).join()
    cells.set(key, [...(cells.get(key) ?? []), node])
  }
  let over = 0
  for (let node = 0; node < count; node += 1) {
    const [column, row] = cellOf(node)
    const around = [-1, 0, 1].flatMap((across) =>
      [-1, 0, 1].flatMap((down) => cells.get([column + across, row + down].join()) ?? []),
    )
    if (around.some((other) => other !== node && apart(places, node, other) < size)) over += 1
  }
  return over / count
}
