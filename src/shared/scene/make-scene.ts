import { entityTypes, entityTitles } from '../graph'
import {
  around,
  atOnce,
  type Box,
  createLooks,
  foldShared,
  grown,
  type Looks,
  type Picture,
  type Pieces,
  rulesOf,
  type Tint,
  tintColour,
} from '../picture'
import { captionBelow } from './caption'
import { type DrawnEdge, drawnEdges } from './drawn-edges'
import { chosenOf, type DrawnNode, drawnNodes } from './drawn-nodes'
import { hullsOf } from './hulls'
import type { Scene } from './model'
import { withLabels } from './node-labels'
import type { SceneOptions } from './options'
import { boxOfEdge, boxOfHull, boxOfNode, overlaps } from './scene-box'

/** Paper round the graph, px of the canvas. */
const border = 30

/** The picture of a graph as the canvas draws it, without what only a screen shows. */
export const makeScene = (options: SceneOptions): Scene => atOnce(makingScene(options))

/** The same in pieces. */
export function* makingScene(options: SceneOptions): Pieces<Scene> {
  const { graph, taken, theme, title } = options
  const looks = createLooks(theme, options.looks)
  const rules = rulesOf(onPaper(options.picture))
  const chosen = chosenOf(graph, taken)
  const bare = yield* drawnNodes(options, rules, looks, chosen)
  const edges = yield* drawnEdges(options, bare, rules, looks, chosen)
  const scale = scaleOf(options, boxOfAll(bare, edges))
  const nodes = yield* withLabels(bare, scale)
  yield
  const hulls = hullsOf(options, nodes, scale)
  const graphBox = taken.kind === 'view' ? taken.box : boxOfAll(nodes, edges, hulls.map(boxOfHull))
  yield
  const inside = insideOf(graphBox, nodes, edges)
  const caption = captionOf(options, inside, graphBox, looks)
  const { paper, ink, faint } = looks.palette
  return {
    ...{ paper, ink, faint, graphBox, hulls, title },
    nodes: inside.nodes,
    edges: inside.edges,
    caption: caption?.items ?? [],
    box: caption?.box ?? graphBox,
  }
}

/** What is on the screen alone: what is selected, what is being asked. */
const onPaper = (picture: Picture): Picture => ({
  ...picture,
  selection: { nodes: [], edges: [] },
  asking: new Set(),
})

function boxOfAll(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  others: readonly Box[] = [],
): Box {
  const all = around([...nodes.map(boxOfNode), ...edges.map(boxOfEdge), ...others])
  return grown(all ?? { x: 0, y: 0, width: 1, height: 1 }, border)
}

/** Px of the picture for one of the canvas, as far as it is known before there are labels. */
function scaleOf({ size, taken }: SceneOptions, bare: Box): number {
  const { width, height } = taken.kind === 'view' ? taken.box : bare
  return size.kind === 'scale' ? size.value : size.value / Math.max(width, height)
}

/** What is not at all in the box is not in the picture either. */
const insideOf = (box: Box, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) => ({
  nodes: nodes.filter((node) => overlaps(box, boxOfNode(node))),
  edges: edges.filter((edge) => overlaps(box, boxOfEdge(edge))),
})

function captionOf(
  { title, facts, naming, looks: named, picture, theme }: SceneOptions,
  { nodes, edges }: ReturnType<typeof insideOf>,
  graphBox: Box,
  { palette }: Looks,
) {
  if (facts === null) return null
  const names = new Set(edges.map(({ name }) => name))
  const types = new Set(nodes.map(({ entity }) => entity.type))
  const words = {
    title,
    facts: facts({ nodes: nodes.length, edges: edges.length }),
    types: entityTypes
      .filter((type) => types.has(type))
      .map((type) => [type, entityTitles[type].one] as const),
    tints: tintsSeen(picture, nodes).map(
      (tint) => [tintColour(tint.tint, theme), naming.tint(tint)] as const,
    ),
    relations: [...named.keys(), ...[...names].filter((name) => !named.has(name))]
      .filter((name) => names.has(name))
      .map((name) => [naming.relation(name), named.get(name)] as const),
  }
  return captionBelow(words, graphBox, palette)
}

/** What the colours of some nodes mean; those that share one are told as one. */
function tintsSeen({ tints }: Picture, nodes: readonly DrawnNode[]): Tint[] {
  const seen = new Set(nodes.map(({ id }) => id))
  const own = (tints?.list ?? []).filter((tint) => tint.nodes.some((id) => seen.has(id)))
  return foldShared(own)
}
