import type { GraphFile, NodeId } from '@shared/graph'
import { type LayoutName, numbered, type Point, weightOf } from '@shared/layout'

/** Hundredths of a px are more than any picture shows. */
const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100

/** What is laid out: nodes, and lines between them; a line with another end is left out. */
export type ToLayOut = {
  readonly ids: readonly NodeId[]
  readonly lines: readonly {
    readonly source: NodeId
    readonly target: NodeId
    readonly relation: string
  }[]
  readonly layout: LayoutName
  /** The space of a node, or null. */
  readonly spaceOf: (id: NodeId) => string | null
  readonly centre?: NodeId | undefined
  /** The group that a node is to stand in, or null. */
  readonly groupOf?: (id: NodeId) => string | null
}

/**
 * A place for each node, model px, worked out by a layout of the page; where it stood before does not
 * count. Only a small graph laid out by `force` comes out another way each time.
 */
export async function placesBy(what: ToLayOut): Promise<Map<NodeId, Point>> {
  const { ids, lines, layout, spaceOf, centre, groupOf } = what
  // Layouts are large, and most commands have no use for them.
  const { arrange } = await import('@shared/arrange')
  const at = new Map(ids.map((id, index) => [id, index]))
  const drawn = lines.flatMap(({ source, target, relation }) => {
    const [from, to] = [at.get(source), at.get(target)]
    return from === undefined || to === undefined ? [] : [{ from, to, relation }]
  })
  const { places } = await arrange(
    {
      layout,
      ids,
      places: new Float64Array(ids.length * 2),
      edges: Uint32Array.from(drawn.flatMap(({ from, to }) => [from, to])),
      weights: Float64Array.from(drawn, ({ relation }) => weightOf(relation)),
      sections: numbered(ids, spaceOf),
      centre: centre === undefined ? -1 : (at.get(centre) ?? -1),
      ...(groupOf !== undefined && { groups: numbered(ids, groupOf) }),
    },
    () => undefined,
  )
  return new Map(
    ids.map((id, index) => [
      id,
      { x: rounded(places[index * 2]), y: rounded(places[index * 2 + 1]) },
    ]),
  )
}

/** The same graph with a place for each node. */
export async function laidOut(file: GraphFile, layout: LayoutName): Promise<GraphFile> {
  const spaces = new Map(file.nodes.map(({ id, space }) => [id, space?.key ?? null]))
  const places = await placesBy({
    layout,
    ids: file.nodes.map(({ id }) => id),
    lines: file.edges,
    spaceOf: (id) => spaces.get(id) ?? null,
  })
  const nodes = file.nodes.map((node) => ({ ...node, position: places.get(node.id) }))
  return { ...file, nodes }
}
