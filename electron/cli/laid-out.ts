import type { GraphFile } from '@shared/graph'
import { type LayoutName, numbered, weightOf } from '@shared/layout'

/** Hundredths of a px are more than any picture shows. */
const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100

/**
 * The same graph with a place for each node, model px, worked out by a layout of the page; where it
 * stood before does not count. Only a small graph laid out by `force` comes out another way each time.
 */
export async function laidOut(file: GraphFile, layout: LayoutName): Promise<GraphFile> {
  // Layouts are large, and most commands have no use for them.
  const { arrange } = await import('@shared/arrange')
  const at = new Map(file.nodes.map(({ id }, index) => [id, index]))
  const drawn = file.edges.flatMap(({ source, target, relation }) => {
    const [from, to] = [at.get(source), at.get(target)]
    return from === undefined || to === undefined ? [] : [{ from, to, relation }]
  })
  const { places } = await arrange(
    {
      layout,
      ids: file.nodes.map(({ id }) => id),
      places: new Float64Array(file.nodes.length * 2),
      edges: Uint32Array.from(drawn.flatMap(({ from, to }) => [from, to])),
      weights: Float64Array.from(drawn, ({ relation }) => weightOf(relation)),
      sections: numbered(file.nodes, ({ space }) => space?.key ?? null),
      centre: -1,
    },
    () => undefined,
  )
  const nodes = file.nodes.map((node, index) => ({
    ...node,
    position: { x: rounded(places[index * 2]), y: rounded(places[index * 2 + 1]) },
  }))
  return { ...file, nodes }
}
