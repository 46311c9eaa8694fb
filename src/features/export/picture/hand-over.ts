import { chunk } from 'es-toolkit'
import { nextTurn } from '../between-frames'
import type { PictureOrder } from './order'

/** What crosses to the painter: all but the things, then these in parts, then that it is all. */
export type Part =
  | { readonly kind: 'order'; readonly order: PictureOrder }
  | { readonly kind: 'nodes'; readonly nodes: PictureOrder['scene']['nodes'] }
  | { readonly kind: 'edges'; readonly edges: PictureOrder['scene']['edges'] }
  | { readonly kind: 'all' }

/** Nodes or relations of one part: copying more at once would be felt. */
const most = 1_500

/** An order in parts. */
export function partsOf(order: PictureOrder): Part[] {
  const { nodes, edges } = order.scene
  return [
    { kind: 'order', order: { ...order, scene: { ...order.scene, nodes: [], edges: [] } } },
    ...chunk([...nodes], most).map((some): Part => ({ kind: 'nodes', nodes: some })),
    ...chunk([...edges], most).map((some): Part => ({ kind: 'edges', edges: some })),
    { kind: 'all' },
  ]
}

/** Hands an order over part by part; the page answers between them. */
export async function handOver(
  order: PictureOrder,
  post: (part: Part) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (const part of partsOf(order)) {
    if (!isWanted()) return
    post(part)
    await nextTurn()
  }
}

/** Puts an order together again; gives it when all of it is there. */
export function createTakingOver(): (part: Part) => PictureOrder | null {
  let order: PictureOrder | null = null
  const nodes: PictureOrder['scene']['nodes'][number][] = []
  const edges: PictureOrder['scene']['edges'][number][] = []
  return (part) => {
    if (part.kind === 'order') order = part.order
    if (part.kind === 'nodes') nodes.push(...part.nodes)
    if (part.kind === 'edges') edges.push(...part.edges)
    return part.kind === 'all' && order !== null
      ? { ...order, scene: { ...order.scene, nodes, edges } }
      : null
  }
}
