import type { NodeId } from '@shared/graph'
import type { Stage } from '../arrange'
import type { Drawing } from './drawing'

/** The nodes of a large graph, for a layout. */
export const vastStage = (drawing: Drawing, fitNow: () => void, isGone: () => boolean): Stage => {
  const put = (ids: readonly NodeId[], places: Float64Array) => {
    const { pinned } = drawing.picture()
    ids.forEach((id, at) => {
      const row = drawing.rows.rowOf(id)
      if (row === null || pinned.has(id)) return
      row.x = places[at * 2] ?? 0
      row.y = places[at * 2 + 1] ?? 0
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
            const row = drawing.rows.rowOf(id)
            return [row?.x ?? 0, row?.y ?? 0]
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
