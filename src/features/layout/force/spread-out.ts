import { indexAt, numberAt } from './read'

const mostRounds = 120

/**
 * Moves nodes apart, in place, until no two circles lie over each other, or it takes too long.
 * Only those in neighbouring cells of a grid are looked at.
 */
export function spreadOut(places: Float64Array, radii: Float64Array): void {
  const count = radii.length
  const cell = 2 * radii.reduce((most, one) => Math.max(most, one), 1)
  const nextInCell = new Int32Array(count)
  for (let round = 0; round < mostRounds; round += 1) {
    const firsts = gridOf(places, cell, nextInCell)
    let clashes = 0
    for (let node = 0; node < count; node += 1) {
      const [column, row] = cellAt(places, node, cell)
      for (let across = -1; across <= 1; across += 1) {
        for (let down = -1; down <= 1; down += 1) {
          let other = firsts.get(keyOf(column + across, row + down)) ?? -1
          for (; other >= 0; other = indexAt(nextInCell, other)) {
            if (other > node && part(places, radii, node, other)) clashes += 1
          }
        }
      }
    }
    if (clashes === 0) return
  }
}

const half = 1 << 20
const keyOf = (column: number, row: number): number => (column + half) * 2 * half + row + half

const cellAt = (places: Float64Array, node: number, cell: number): [number, number] => [
  Math.floor(numberAt(places, node * 2) / cell),
  Math.floor(numberAt(places, node * 2 + 1) / cell),
]

/** The first node of each cell; the others follow in `nextInCell`, -1 after the last. */
function gridOf(
  places: Float64Array,
  cell: number,
  nextInCell: Int32Array,
): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>()
  for (let node = 0; node < nextInCell.length; node += 1) {
    const key = keyOf(...cellAt(places, node, cell))
    nextInCell[node] = firsts.get(key) ?? -1
    firsts.set(key, node)
  }
  return firsts
}

/** Moves two nodes half of their overlap each, the smaller farther; false where they are apart. */
function part(places: Float64Array, radii: Float64Array, one: number, other: number): boolean {
  const [own, others] = [numberAt(radii, one), numberAt(radii, other)]
  const wanted = own + others
  let dx = numberAt(places, other * 2) - numberAt(places, one * 2)
  let dy = numberAt(places, other * 2 + 1) - numberAt(places, one * 2 + 1)
  let far = Math.sqrt(dx * dx + dy * dy)
  if (far >= wanted - 0.5) return false
  if (far < 1e-3) {
    // Two in one place leave it in a direction that is always the same.
    ;[dx, dy, far] = [Math.cos(one), Math.sin(one), 1]
  }
  const way = (wanted - far) / far / wanted
  places[one * 2] = numberAt(places, one * 2) - dx * way * others
  places[one * 2 + 1] = numberAt(places, one * 2 + 1) - dy * way * others
  places[other * 2] = numberAt(places, other * 2) + dx * way * own
  places[other * 2 + 1] = numberAt(places, other * 2 + 1) + dy * way * own
  return true
}
