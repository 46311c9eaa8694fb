import type { Entity, Graph, NodeId, Relation } from '../graph'
import type { Picture } from './picture'

/** What of a picture decides what is in a list. */
export type Seen = Pick<Picture, 'hiddenNodes' | 'hiddenRelations' | 'match' | 'within'>

/** What the picture shows of a graph; what it dims is shown, and marked. */
export type Shown = {
  /** Not hidden, and near enough. */
  readonly isNear: (id: NodeId) => boolean
  /** Near, and let through by the filter. */
  readonly isNode: (id: NodeId) => boolean
  readonly isNamed: (relation: string) => boolean
  readonly isEdge: (relation: Relation) => boolean
  readonly isDimmed: (one: Entity | Relation) => boolean
}

/**
 * What is shown, whoever shows it. A list has room for all of it; what a picture folds into one is
 * left to its rules.
 */
export function shownOf({ hiddenNodes, hiddenRelations, match, within }: Seen): Shown {
  const filtered = match?.mode === 'hide' ? match : null
  const dimmed = match?.mode === 'dim' ? match : null
  const isNear = (id: NodeId) => !hiddenNodes.has(id) && within?.has(id) !== false
  const isNode = (id: NodeId) => isNear(id) && filtered?.nodes.has(id) !== false
  const isNamed = (relation: string) => !hiddenRelations.has(relation)
  return {
    isNear,
    isNode,
    isNamed,
    isEdge: ({ id, relation, source, target }) =>
      isNamed(relation) && filtered?.edges.has(id) !== false && isNode(source) && isNode(target),
    isDimmed: (one) =>
      dimmed !== null && !('relation' in one ? dimmed.edges.has(one.id) : dimmed.nodes.has(one.id)),
  }
}

export const shownNodes = (graph: Graph, { isNode }: Shown): Entity[] =>
  [...graph.nodes.values()].filter(({ id }) => isNode(id))

export const shownEdges = (graph: Graph, { isEdge }: Shown): Relation[] =>
  [...graph.edges.values()].filter(isEdge)

/** `12 of 300 nodes shown`. */
export const countWords = (
  what: 'nodes' | 'relations',
  { shown, all }: { readonly shown: number; readonly all: number },
): string => `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} ${what} shown`
