import type { Batch, NodeId } from '@shared/graph'
import type { Point } from './contestant'

const distance = 60

/** A place for each newcomer beside a node it is related to: what a caller must bring to the peers. */
export function beside(
  { relations }: Batch,
  known: (id: NodeId) => Point | null,
): (id: NodeId) => Point {
  let turn = 0
  const near = new Map(relations.map(({ source, target }) => [source, target]))
  return (id) => {
    const other = near.get(id)
    const { x, y } = (other === undefined ? null : known(other)) ?? { x: 0, y: 0 }
    turn += 2.4
    return { x: x + distance * Math.cos(turn), y: y + distance * Math.sin(turn) }
  }
}
