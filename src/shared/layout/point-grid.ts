import type { NodeId } from '../graph'

type Point = { readonly x: number; readonly y: number }

type Entry = { readonly id: NodeId; readonly point: Point }

/** More cells to each side than any picture has: makes one number of two. */
const half = 2 ** 20

/** The cell of a square grid that a number of px falls into. */
export const cellKey = (column: number, row: number): number =>
  (column + half) * 2 * half + (row + half)

/** Points by cell of so many px, so that only those near by are looked at. */
export function createPointGrid(size: number, points: Iterable<readonly [NodeId, Point]>) {
  const cells = new Map<number, Entry[]>()
  const at = (value: number) => Math.floor(value / size)
  const put = (id: NodeId, point: Point) => {
    const key = cellKey(at(point.x), at(point.y))
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [{ id, point }])
    else cell.push({ id, point })
  }
  for (const [id, point] of points) put(id, point)
  return {
    put,
    /** Calls back for each point in the cell of a point and in those round it. */
    forNear: ({ x, y }: Point, tell: (point: Point, id: NodeId) => void): void => {
      const [column, row] = [at(x), at(y)]
      for (let across = column - 1; across <= column + 1; across += 1) {
        for (let down = row - 1; down <= row + 1; down += 1) {
          for (const { id, point } of cells.get(cellKey(across, down)) ?? []) tell(point, id)
        }
      }
    },
    move: (id: NodeId, from: Point, to: Point) => {
      const key = cellKey(at(from.x), at(from.y))
      const left = cells.get(key)?.filter((one) => one.id !== id) ?? []
      cells.set(key, left)
      put(id, to)
    },
  }
}
export type PointGrid = ReturnType<typeof createPointGrid>
