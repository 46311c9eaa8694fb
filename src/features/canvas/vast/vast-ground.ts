import type { NodeId } from '@shared/graph'
import { createListeners } from '@shared/listeners'
import type { Body, Ground } from '../gesture'
import type { Drawing } from './drawing'
import type { Lens } from './lens'

type Options = {
  readonly drawing: Drawing
  readonly lens: Lens
  readonly isBusy: () => boolean
  readonly calm: () => void
  readonly onFrame: Ground['onFrame']
}

/** What gestures see of a large graph; `over` tells those who listen. */
export function createVastGround({ drawing, lens, isBusy, calm, onFrame }: Options) {
  const overs = createListeners<[node: NodeId]>()
  const bodyAt = (at: number): Body => {
    const { nodes } = drawing.current()
    const { zoom, pan } = lens.viewport()
    const size = Math.max(nodes.width[at] ?? 0, nodes.height[at] ?? 0)
    return {
      x: (nodes.x[at] ?? 0) * zoom + pan.x,
      y: (nodes.y[at] ?? 0) * zoom + pan.y,
      radius: (size * zoom) / 2 + 1,
    }
  }
  const ground: Ground = {
    bodyOf: (id) => {
      const at = drawing.placeOf(id)
      return at < 0 || drawing.isShape(id) ? null : bodyAt(at)
    },
    *bodies() {
      for (let at = 0; at < drawing.current().nodes.row.length; at += 1) {
        const id = drawing.idAt(at)
        if (id !== null && !drawing.isShape(id)) yield [id, bodyAt(at)]
      }
    },
    panBy: (by) => lens.panBy(by),
    aim: drawing.aim,
    isBusy,
    calm,
    onOver: overs.add,
    onFrame,
  }
  return { ground, over: overs.tell }
}
