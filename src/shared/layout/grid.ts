import { indexAt, numberAt } from './read'

/** Cells of a grid, each for one node at most. */
export type Grid = {
  readonly columns: number
  readonly rows: number
  /** The node in each cell, or -1. */
  readonly held: Int32Array
  /** The cell of each node, or -1. */
  readonly cellOf: Int32Array
}

/**
 * Cells over the places of all nodes, with a margin for what finds no room in its own. Lone nodes
 * get none yet.
 */
export function gridOver(
  places: Float64Array,
  pitch: number,
  isLone: (node: number) => boolean,
): Grid {
  const count = places.length / 2
  let [left, top, right, bottom] = [0, 0, 0, 0]
  for (let node = 0; node < count; node += 1) {
    left = Math.min(left, numberAt(places, node * 2))
    right = Math.max(right, numberAt(places, node * 2))
    top = Math.min(top, numberAt(places, node * 2 + 1))
    bottom = Math.max(bottom, numberAt(places, node * 2 + 1))
  }
  const margin = Math.ceil(Math.sqrt(count) / 2) + 2
  const columns = Math.ceil((right - left) / pitch) + 2 * margin
  const rows = Math.ceil((bottom - top) / pitch) + 2 * margin
  const grid: Grid = {
    columns,
    rows,
    held: new Int32Array(columns * rows).fill(-1),
    cellOf: new Int32Array(count).fill(-1),
  }
  for (let node = 0; node < count; node += 1) {
    if (isLone(node)) continue
    const column = Math.floor((numberAt(places, node * 2) - left) / pitch) + margin
    const row = Math.floor((numberAt(places, node * 2 + 1) - top) / pitch) + margin
    put(grid, node, freeNear(grid, column, row))
  }
  return grid
}

export function put({ held, cellOf }: Grid, node: number, cell: number): void {
  held[cell] = node
  cellOf[node] = cell
}

/** The free cell that is nearest to another, ring by ring. */
export function freeNear({ columns, rows, held }: Grid, column: number, row: number): number {
  for (let ring = 0; ; ring += 1) {
    let [best, nearest] = [-1, Infinity]
    for (let down = -ring; down <= ring; down += 1) {
      const step = Math.abs(down) === ring ? 1 : 2 * ring
      for (let across = -ring; across <= ring; across += Math.max(1, step)) {
        const [x, y] = [column + across, row + down]
        if (x < 0 || y < 0 || x >= columns || y >= rows) continue
        const far = across * across + down * down
        if (far < nearest && indexAt(held, y * columns + x) < 0) {
          ;[best, nearest] = [y * columns + x, far]
        }
      }
    }
    if (best >= 0) return best
  }
}
