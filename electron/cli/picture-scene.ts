import { pseudonymsOf } from '@shared/export'
import { type Delta, emptyGraph, type Graph, merge, type NodeId, spaceKeyOf } from '@shared/graph'
import { type LayoutName, layoutOf, placeDelta, type Point } from '@shared/layout'
import {
  draftedBy,
  firstChoices,
  keptChoices,
  namesWith,
  type Picture,
  rulesOf,
  stillPicture,
  type Theme,
} from '@shared/picture'
import { exportedScene, type Scene } from '@shared/scene'
import type { Source } from './graph-source'
import { placesBy } from './laid-out'

type Wanted = {
  readonly theme: Theme
  /** Left out, each node stands where it stood. */
  readonly layout?: LayoutName | undefined
  /** What is replaced, or null for nothing. */
  readonly redacted: { readonly relations: boolean } | null
}

/** The picture that the page would export: what was hidden, filtered and folded there is so here. */
export async function sceneOf(source: Source, { theme, layout, redacted }: Wanted): Promise<Scene> {
  const { batch, view, words, draft } = source
  const { file } = source.drawn
  const { graph, delta } = merge(emptyGraph, batch)
  const drafted = draftedBy(draft, graph.edges)
  const picture = stillPicture({
    graph,
    choices: { ...firstChoices, ...keptChoices(view), drafted },
    states: new Map(file.nodes.map(({ id, completeness }) => [id, completeness])),
    now: Date.parse(file.exportedAt),
  })
  const names = new Set([...graph.edges.values()].map(({ relation }) => relation))
  return exportedScene({
    ...{ file, graph, picture, words, theme },
    positions: await placesIn(source, { graph, delta, picture }, layout),
    names: namesWith([...names], drafted.ghosts),
    taken: { kind: 'whole' },
    pseudonyms: redacted === null ? null : pseudonymsOf(file, redacted),
    caption: true,
  })
}

type Drawing = { readonly graph: Graph; readonly delta: Delta; readonly picture: Picture }

/** Where nodes stand in the file, or else where the layout puts what is drawn. */
async function placesIn(
  { places, view }: Source,
  { graph, delta, picture }: Drawing,
  layout: LayoutName | undefined,
): Promise<ReadonlyMap<NodeId, Point>> {
  const stood = new Map<NodeId, Point>(places)
  if (layout === undefined && stood.size > 0) {
    return placeDelta(delta, graph, new Map(), stood)
  }
  const { isNode, isLine, endsOf } = rulesOf(picture)
  const { groups, starts } = picture
  const [first] = starts
  return placesBy({
    layout: layout ?? layoutOf(view.layout),
    ids: [...graph.nodes.keys()].filter(isNode),
    lines: [...graph.edges.values()].flatMap((line) => {
      const ends = isLine(line) ? endsOf(line) : null
      return ends === null ? [] : [{ source: ends[0], target: ends[1], relation: line.relation }]
    }),
    spaceOf: (id) => {
      const entity = graph.nodes.get(id)
      return entity === undefined ? null : (spaceKeyOf(entity) ?? null)
    },
    centre: first,
    ...(groups.size > 0 && { groupOf: (id: NodeId) => groups.get(id)?.key ?? null }),
  })
}
