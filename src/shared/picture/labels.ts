/** Where a label stands to its node. */
export type LabelSide = 'below' | 'above' | 'right' | 'left'

export type Size = { readonly width: number; readonly height: number }

/** A node that could wear a label: where it is on the screen and how large, in px, and its rank. */
export type LabelCandidate = {
  readonly id: string
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly node: Size
  readonly label: Size
  /** Higher wins; at Infinity it is named whatever it lies over. */
  readonly rank: number
}

/** What of the screen is seen, px: all within `seen` that nothing lies over. */
export type Sighted = { readonly seen: Box; readonly covers: readonly Box[] }

type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** Px between a node and its label. */
export const labelGap = 5
/** In this order they are tried: people look for a name below first. */
const sides: readonly LabelSide[] = ['below', 'above', 'right', 'left']
/** So many of the highest rank are named also where their label lies over other nodes. */
const landmarks = 6

/** Where the label of a node is when it stands on a side of it. */
export function labelBoxOf({ x, y, node, label, gap = labelGap }: Beside, side: LabelSide): Box {
  const down = (node.height + label.height) / 2 + gap
  const across = (node.width + label.width) / 2 + gap
  const middle = {
    x: x + (side === 'right' ? across : side === 'left' ? -across : 0),
    y: y + (side === 'below' ? down : side === 'above' ? -down : 0),
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
export function chooseLabels(
  candidates: readonly LabelCandidate[],
  screen?: Sighted,
): Map<string, LabelSide> {
  const nodes = createShelf()
  const labels = createShelf()
  for (const one of candidates) nodes.put(one.id, boxRound(one, one.node))
  const chosen = new Map<string, LabelSide>()
  const ranked = [...candidates].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const [place, one] of ranked.entries()) {
    const places = sides.map((side) => ({ side, box: labelBoxOf(one, side) }))
    const free = places.filter(({ box }) => labels.sharedWith(one.id, box) === 0)
    const seen = free.filter(({ box }) => isSeen(screen, one, box))
    // Half a name says little.
    const usable = seen.length === 0 && one.rank === Infinity ? free : seen
    const least = leastOver(usable, ({ box }) => nodes.sharedWith(one.id, box))
    const isLandmark = place < landmarks || one.rank === Infinity
    const [first] = places
    const taken =
      least !== undefined && (isLandmark || nodes.sharedWith(one.id, least.box) === 0)
        ? least
        : one.rank === Infinity
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
