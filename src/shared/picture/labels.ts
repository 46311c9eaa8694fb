import { atOnce, pieceOf, type Pieces } from './turns'

const corners = ['below-right', 'above-right', 'below-left', 'above-left'] as const
/** In this order they are tried: people look for a name below first, and at a corner last. */
const sides = ['below', 'above', 'right', 'left', ...corners] as const

/** Where a label stands to its node. */
export type LabelSide = (typeof sides)[number]

export type Size = { readonly width: number; readonly height: number }

/** A node that could wear a label: where it is on the screen and how large, in px, and its rank. */
export type LabelCandidate = {
  readonly id: string
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly node: Size
  readonly label: Size
  /** Higher wins; at Infinity it is named whatever it lies over, unless that goes for very many. */
  readonly rank: number
}

/** What of the screen is seen, px: all within `seen` that nothing lies over. */
export type Sighted = { readonly seen: Box; readonly covers: readonly Box[] }

type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** Px between a node and its label. */
export const labelGap = 5
/** The gaps at a corner, in parts of that: beside the node, and a little into its height. */
export const cornerGap = { across: 0.2, down: -0.6 } as const
/** More that must be named are as others: nobody reads hundreds of names over each other. */
export const mostMust = 40
/** So many of the highest rank are named also where their label lies over other nodes. */
const landmarks = 6

/** Where the label of a node is when it stands on a side of it. */
export function labelBoxOf({ x, y, node, label, gap = labelGap }: Beside, side: LabelSide): Box {
  const isCorner = side.includes('-')
  const down = (node.height + label.height) / 2 + gap * (isCorner ? cornerGap.down : 1)
  const across = (node.width + label.width) / 2 + gap * (isCorner ? cornerGap.across : 1)
  const middle = {
    x: x + (side.endsWith('right') ? across : side.endsWith('left') ? -across : 0),
    y: y + (side.startsWith('below') ? down : side.startsWith('above') ? -down : 0),
  }
  return boxRound(middle, label)
}

type Beside = Omit<LabelCandidate, 'id' | 'rank'> & { readonly gap?: number }

const boxRound = ({ x, y }: { x: number; y: number }, { width, height }: Size): Box => ({
  x1: x - width / 2,
  y1: y - height / 2,
  x2: x + width / 2,
  y2: y + height / 2,
})

const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)) *
  Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1))

/** Boxes by the part of the screen that they stand in, so that only near ones are looked at. */
function createShelf() {
  const step = 72
  const cells = new Map<string, { readonly of: string; readonly box: Box }[]>()
  const keysOf = ({ x1, y1, x2, y2 }: Box): string[] => {
    const keys: string[] = []
    for (let across = Math.floor(x1 / step); across <= Math.floor(x2 / step); across++)
      for (let down = Math.floor(y1 / step); down <= Math.floor(y2 / step); down++)
        keys.push(`${across},${down}`)
    return keys
  }
  return {
    put: (of: string, box: Box): void => {
      for (const key of keysOf(box)) {
        const there = cells.get(key)
        if (there === undefined) cells.set(key, [{ of, box }])
        else there.push({ of, box })
      }
    },
    /** Area that it shares with boxes of others, px²; one that stands in many parts counts in each. */
    sharedWith: (of: string, box: Box): number => {
      let area = 0
      for (const key of keysOf(box))
        for (const other of cells.get(key) ?? [])
          if (other.of !== of) area += sharedArea(box, other.box)
      return area
    },
  }
}

/**
 * Chooses which nodes are named and on which side of them, the highest rank first: no label lies
 * over another or over a node, except that the few highest may lie over nodes. Labels are drawn in
 * one size on the screen, so what is chosen can be read at any zoom. Where a screen is given, no name
 * is cut off at its edge or lies under something, but one that must be there.
 */
export const chooseLabels = (
  candidates: readonly LabelCandidate[],
  screen?: Sighted,
): Map<string, LabelSide> => atOnce(choosingLabels(candidates, screen))

/** The same in pieces. */
export function* choosingLabels(
  candidates: readonly LabelCandidate[],
  screen?: Sighted,
): Pieces<Map<string, LabelSide>> {
  const nodes = createShelf()
  const labels = createShelf()
  for (const one of candidates) nodes.put(one.id, boxRound(one, one.node))
  const chosen = new Map<string, LabelSide>()
  const ranked = [...candidates].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  const must = ranked.findIndex(({ rank }) => rank < Infinity)
  const isPlain = (must < 0 ? ranked.length : must) > mostMust
  for (const [place, one] of ranked.entries()) {
    if (place % pieceOf === pieceOf - 1) yield
    const isMust = one.rank === Infinity && !isPlain
    const places = sides.map((side) => ({ side, box: labelBoxOf(one, side) }))
    const free = places.filter(({ box }) => labels.sharedWith(one.id, box) === 0)
    const seen = free.filter(({ box }) => isSeen(screen, one, box))
    // Half a name says little.
    const usable = seen.length === 0 && isMust ? free : seen
    const least = leastOver(usable, ({ box }) => nodes.sharedWith(one.id, box))
    const isLandmark = place < landmarks || isMust
    const [first] = places
    const taken =
      least !== undefined && (isLandmark || nodes.sharedWith(one.id, least.box) === 0)
        ? least
        : isMust
          ? first
          : undefined
    if (taken === undefined) continue
    chosen.set(one.id, taken.side)
    labels.put(one.id, taken.box)
  }
  return chosen
}

/** A node beyond the edge may come into sight in a moment, and its name with it. */
function isSeen(screen: Sighted | undefined, { x, y }: LabelCandidate, box: Box): boolean {
  if (screen === undefined) return true
  const { seen, covers } = screen
  if (covers.some((cover) => sharedArea(cover, box) > 0)) return false
  const isNodeSeen = x >= seen.x1 && y >= seen.y1 && x <= seen.x2 && y <= seen.y2
  return !isNodeSeen || isWithin(box, seen)
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x1 >= outer.x1 && inner.y1 >= outer.y1 && inner.x2 <= outer.x2 && inner.y2 <= outer.y2

/** The first of those for which the measure is least. */
function leastOver<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  let best: T | undefined
  let least = Infinity
  for (const one of all) {
    const size = measure(one)
    if (size < least) [best, least] = [one, size]
    if (least === 0) break
  }
  return best
}
