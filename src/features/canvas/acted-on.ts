import type { EdgeId, NodeId } from '@shared/graph'
import type { ViewState } from '../view'
import type { Spot } from './canvas'

/** What a key, a menu or a button acts on. */
export type ActedOn = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

type Here = Pick<ViewState, 'focus' | 'selection'>

/** Where the keyboard is, or all that is selected where that is a part of it. */
export function actedOn({ focus, selection }: Here): ActedOn {
  const { nodes, edges } = selection
  return { nodes: focus === null || nodes.includes(focus) ? nodes : [focus], edges }
}

/** The same for where a menu is opened. */
export function actedOnAt(spot: Spot, { selection }: Pick<Here, 'selection'>): ActedOn {
  const { nodes, edges } = selection
  switch (spot.kind) {
    case 'node':
      return nodes.includes(spot.id) ? selection : { nodes: [spot.id], edges }
    case 'edge':
      return edges.includes(spot.id) ? selection : { nodes: [], edges: [spot.id] }
    case 'background':
      return { nodes: [], edges: [] }
  }
}
