import { choosingLabels, type LabelCandidate, labelGap, pieceOf, type Pieces } from '../picture'
import type { DrawnNode } from './drawn-nodes'
import { labelBeside, labelSize, onScreen } from './label'

/** Gives labels to those that matter most and have room for one. */
export function* withLabels(nodes: readonly DrawnNode[], scale: number): Pieces<DrawnNode[]> {
  const zoom = Math.min(scale, onScreen.closest)
  const candidates: LabelCandidate[] = []
  for (const [at, { id, x, y, width, height, rank, text }] of nodes.entries()) {
    if (at % pieceOf === pieceOf - 1) yield
    if (rank === null) continue
    const node = { width: width * zoom, height: height * zoom }
    candidates.push({ id, rank, x: x * zoom, y: y * zoom, node, label: labelSize(text) })
  }
  const chosen = yield* choosingLabels(candidates)
  yield
  const { size, room } = onScreen
  return nodes.map((node) => {
    const side = chosen.get(node.id)
    if (side === undefined) return node
    const worn = {
      size: size / zoom,
      room: room / zoom,
      gap: labelGap / zoom,
      bold: node.look.isBold,
    }
    return { ...node, label: labelBeside(node.text, node, side, worn) }
  })
}
