import type { Core, NodeSingular } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import type { Point } from '../../layout'
import { middleOf, type Rules } from '../../picture'
import type { Placed } from '../canvas'
import { nodeIdOf } from './elements'

type Groups = Rules['standing']['groups']

/**
 * What stands for a group is drawn in the middle of it, wherever its own place is, and takes the
 * group along when it is moved.
 */
export function createShapes(cy: Core) {
  /** The own places of those that are drawn elsewhere. */
  const own = new Map<NodeId, Point>()
  let groups: Groups = new Map()

  const placeOf = (id: NodeId): Point | null => {
    const node = cy.getElementById(id)
    return own.get(id) ?? (node.empty() ? null : { ...node.position() })
  }
  const draw = (): void => {
    for (const [id, place] of own) {
      if (groups.has(id)) continue
      own.delete(id)
      cy.getElementById(id).position({ ...place })
    }
    for (const [id, nodes] of groups) {
      const node = cy.getElementById(id)
      if (node.empty() || node.grabbed() || node.animated()) continue
      const first = nodeIdOf(node)
      const place = placeOf(first)
      if (place !== null) own.set(first, place)
      const middle = middleOf(nodes, placeOf)
      if (middle !== null) node.position(middle)
    }
  }
  const put = (id: NodeId, place: Point): void => {
    if (own.has(id)) own.set(id, { ...place })
    else cy.getElementById(id).position({ ...place })
  }
  return {
    /** Draws the shapes of these groups where their nodes are. */
    show: (next: Groups): void => {
      groups = next
      draw()
    },
    /** Whether a node is drawn as the shape of a group: it is none of its nodes. */
    isShape: (id: NodeId): boolean => groups.has(id),
    /** A node's own place. */
    placeOf,
    place: (places: readonly Placed[]): void => {
      for (const [id, place] of places) put(id, place)
      draw()
    },
    /** Notes where some drawn nodes are, and what they stand for, before they are moved. */
    hold: (nodes: readonly NodeSingular[]): Held[] =>
      nodes.map((node): Held => {
        const id = nodeIdOf(node)
        const inside = (groups.get(id) ?? []).flatMap((one): Placed[] => {
          const place = placeOf(one)
          return place === null ? [] : [[one, place]]
        })
        return { id, was: { ...node.position() }, inside }
      }),
    /** Takes groups along to where their shapes are. Gives all that was moved, before and after. */
    letGo: (held: readonly Held[]): { readonly before: Placed[]; readonly after: Placed[] } => {
      const taken = new Set(held.flatMap(({ inside }) => inside.map(([id]) => id)))
      const moves = held.flatMap(({ id, was, inside }): Move[] => {
        const { x, y } = cy.getElementById(id).position()
        if (inside.length === 0) return taken.has(id) ? [] : [{ id, was, is: { x, y } }]
        return inside.map(([one, from]) => ({
          id: one,
          was: from,
          is: { x: from.x + x - was.x, y: from.y + y - was.y },
        }))
      })
      for (const { id, is } of moves) put(id, is)
      return {
        before: moves.map(({ id, was }) => [id, was]),
        after: moves.map(({ id, is }) => [id, is]),
      }
    },
  }
}
export type Shapes = ReturnType<typeof createShapes>

/** A drawn node where it was, with the own places of all that it stands for. */
export type Held = { readonly id: NodeId; readonly was: Point; readonly inside: readonly Placed[] }

type Move = { readonly id: NodeId; readonly was: Point; readonly is: Point }
