import type { CanvasEvents, Placed } from '../canvas'
import type { Spot } from '../gesture'
import type { Drawing } from './drawing'

/** Nodes that are taken along: the one that was grabbed, with the selection it belongs to. */
export function createDragging(drawing: Drawing, onMove: CanvasEvents['onMove']) {
  let grabbed: Placed[] = []
  return {
    grab: (at: number) => {
      const id = drawing.idAt(at)
      if (id === null) return
      const { nodes } = drawing.picture().selection
      grabbed = (nodes.includes(id) ? nodes : drawing.allOf(id)).flatMap((one): Placed[] => {
        const row = drawing.rows.rowOf(one)
        return row === null ? [] : [[one, { x: row.x, y: row.y }]]
      })
    },
    /** By so many model px. */
    drag: ({ x, y }: Spot) => {
      for (const [id] of grabbed) {
        const row = drawing.rows.rowOf(id)
        if (row === null) continue
        row.x += x
        row.y += y
      }
      drawing.changed()
    },
    /** All of it stands where it was grabbed. */
    putBack: () => {
      for (const [id, { x, y }] of grabbed) {
        const row = drawing.rows.rowOf(id)
        if (row !== null) Object.assign(row, { x, y })
      }
      grabbed = []
      drawing.changed()
    },
    release: (moved: boolean) => {
      const before = grabbed
      grabbed = []
      if (!moved) return
      const after = before.map(([id, old]): Placed => {
        const row = drawing.rows.rowOf(id)
        return [id, row === null ? old : { x: row.x, y: row.y }]
      })
      onMove(before, after)
    },
  }
}
