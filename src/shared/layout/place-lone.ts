import { freeNear, type Grid, put } from './grid'
import { indexAt } from './read'

/**
 * Puts each node without relations on the free cell that is nearest to the middle of its section.
 * A section of which nothing has a place yet begins at the rim.
 */
export function placeLone(
  grid: Grid,
  sections: Int32Array,
  isLone: (node: number) => boolean,
): void {
  const middles = middlesOf(grid, sections)
  let begun = 0
  for (let node = 0; node < grid.cellOf.length; node += 1) {
    if (!isLone(node)) continue
    const section = sections[node] ?? -1
    const known = middles.get(section)
    const middle = known ?? rimOf(grid, begun)
    if (known === undefined) {
      middles.set(section, middle)
      begun += 1
    }
    put(grid, node, freeNear(grid, middle.column, middle.row))
  }
}

type Spot = { readonly column: number; readonly row: number }

function middlesOf({ columns, cellOf }: Grid, sections: Int32Array): Map<number, Spot> {
  const sums = new Map<number, { column: number; row: number; count: number }>()
  for (let node = 0; node < cellOf.length; node += 1) {
    const cell = indexAt(cellOf, node)
    const section = sections[node] ?? -1
    if (cell < 0 || section < 0) continue
    const sum = sums.get(section) ?? { column: 0, row: 0, count: 0 }
    sum.column += cell % columns
    sum.row += Math.floor(cell / columns)
    sum.count += 1
    sums.set(section, sum)
  }
  return new Map(
    [...sums].map(([section, { column, row, count }]) => [
      section,
      { column: Math.round(column / count), row: Math.round(row / count) },
    ]),
  )
}

const golden = Math.PI * (3 - Math.sqrt(5))

/** Round what stands already, each time in another direction. */
const rimOf = ({ columns, rows }: Grid, turn: number): Spot => ({
  column: Math.round((columns / 2) * (1 + 0.8 * Math.cos(turn * golden))),
  row: Math.round((rows / 2) * (1 + 0.8 * Math.sin(turn * golden))),
})
