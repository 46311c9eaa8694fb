import type { NodeId } from '@shared/graph'
import type { Point } from '../../layout'
import { middleOf } from '../../picture'
import type { Stage } from '../arrange'
import type { Drawing } from './drawing'

/** The nodes of a large graph, for a layout. */
export const vastStage = (drawing: Drawing, fitNow: () => void, isGone: () => boolean): Stage => {
  /** What a node stands for goes with it. */
  const moveTo = (id: NodeId, { x, y }: Point) => {
    const all = drawing.allOf(id)
    const from = all.length > 1 ? middleOf(all, drawing.rows.rowOf) : drawing.rows.rowOf(id)
    if (from === null) return
    const by = { x: x - from.x, y: y - from.y }
    for (const one of all) {
      const row = drawing.rows.rowOf(one)
      if (row !== null) Object.assign(row, { x: row.x + by.x, y: row.y + by.y })
    }
  }
  const put = (ids: readonly NodeId[], places: Float64Array) => {
    const { pinned } = drawing.picture()
    ids.forEach((id, at) => {
      if (!pinned.has(id)) moveTo(id, { x: places[at * 2] ?? 0, y: places[at * 2 + 1] ?? 0 })
    })
    drawing.changed()
  }
  return {
    take: (only) => {
      const { nodes, lines } = drawing.current()
      const taken: number[] = []
      const ids: NodeId[] = []
      const indexOf = new Int32Array(nodes.row.length).fill(-1)
      for (let at = 0; at < nodes.row.length; at += 1) {
        const id = drawing.idAt(at)
        if (id === null || only?.has(id) === false) continue
        indexOf[at] = taken.length
        taken.push(at)
        ids.push(id)
      }
      const edges: number[] = []
      const relations: string[] = []
      lines.from.forEach((from, line) => {
        const a = indexOf[from] ?? -1
        const b = indexOf[lines.to[line] ?? 0] ?? -1
        if (a < 0 || b < 0) return
        edges.push(a, b)
        relations.push(drawing.relationAt(line)?.relation ?? '')
      })
      const places = Float64Array.from(taken.flatMap((at) => [nodes.x[at] ?? 0, nodes.y[at] ?? 0]))
      return { ids, places, edges, relations }
    },
    put,
    move: (ids, places, duration) =>
      new Promise((resolve) => {
        const from = Float64Array.from(
          ids.flatMap((id) => {
            const { x, y } = middleOf(drawing.allOf(id), drawing.rows.rowOf) ?? { x: 0, y: 0 }
            return [x, y]
          }),
        )
        const began = performance.now()
        const step = (now: number) => {
          const part = Math.min(1, Math.max(0, (now - began) / duration))
          const eased = part * part * (3 - 2 * part)
          put(
            ids,
            from.map((value, at) => value + ((places[at] ?? 0) - value) * eased),
          )
          if (part < 1 && !isGone()) requestAnimationFrame(step)
          else resolve()
        }
        requestAnimationFrame(step)
      }),
    fitNow,
    isGone,
  }
}
