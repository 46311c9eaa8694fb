import type { Entity, GraphDiff } from '@shared/graph'
import { relationOf } from '@shared/graph'
import type { Difference } from '../view'

/** What a comparison marks on the canvas; what is gone is drawn again, so that it can be seen. */
export function differenceOf({ nodes, edges, forbidden }: GraphDiff): Difference {
  const retyped = edges.retyped.flatMap(({ was, is }) => [was, is])
  const differing = [...edges.added, ...edges.gone, ...edges.unsure, ...retyped]
  return {
    ends: new Set(differing.flatMap(({ source, target }) => [source, target])),
    added: new Set([
      ...nodes.added.map(({ id }) => id),
      ...edges.added.map(({ id }) => id),
      ...edges.retyped.map(({ is }) => is.id),
    ]),
    changed: new Set([...nodes.changed.map(({ id }) => id), ...forbidden.map(({ node }) => node)]),
    goneNodes: nodes.gone.map(({ id, type, key, title, status }): Entity => ({
      id,
      type,
      key,
      title,
      status,
    })),
    goneEdges: [...edges.gone, ...edges.unsure, ...edges.retyped.map(({ was }) => was)].map(
      ({ relation, source, target }) => relationOf(relation, source, target),
    ),
  }
}
