import { entityTypes } from '@shared/graph'
import { captionBelow } from './caption'
import { type DrawnEdge, drawnEdges } from './drawn-edges'
import { type DrawnNode, drawingOf, drawnNodes } from './drawn-nodes'
import { hullsOf } from './hulls'
import type { Scene } from './model'
import { withLabels } from './node-labels'
import { palettes } from '../palette'
import { around, type Box, grown } from './path'
import { boxOfEdge, boxOfHull, boxOfNode, overlaps } from './scene-box'
import type { SceneOptions } from './shown'

/** Paper round the graph, px of the canvas. */
const border = 30

/** The picture of a graph as the canvas would draw it, without what only a screen shows. */
export function makeScene(options: SceneOptions): Scene {
  const { theme, about, naming, looks, typeWords, taken } = options
  const palette = palettes[theme]
  const drawing = drawingOf(options)
  const nodes = withLabels(drawnNodes(options, drawing), options)
  const edges = drawnEdges(options, nodes, drawing)
  const hulls = hullsOf(options, nodes)
  const graphBox =
    taken.kind === 'view'
      ? taken.box
      : grown(
          around([...nodes.map(boxOfNode), ...edges.map(boxOfEdge), ...hulls.map(boxOfHull)]) ?? {
            x: 0,
            y: 0,
            width: 1,
            height: 1,
          },
          border,
        )
  const inside = insideOf(graphBox, nodes, edges)
  const names = new Set(inside.edges.map(({ name }) => name))
  const types = new Set(inside.nodes.map(({ type }) => type))
  const words = {
    title: about?.title ?? '',
    facts: about?.facts ?? [],
    types: entityTypes
      .filter((type) => types.has(type))
      .map((type) => [type, typeWords[type]] as const),
    relations: [...looks.keys(), ...[...names].filter((name) => !looks.has(name))]
      .filter((name) => names.has(name))
      .map((name) => [naming.relation(name), looks.get(name)] as const),
  }
  const caption = about === null ? null : captionBelow(words, graphBox, palette)
  const { paper, ink, faint } = palette
  return {
    ...{ paper, ink, faint, graphBox },
    hulls,
    nodes: inside.nodes,
    edges: inside.edges,
    caption: caption?.items ?? [],
    box: caption?.box ?? graphBox,
    title: about?.title ?? '',
  }
}

/** What is not at all in the box is not in the picture either. */
const insideOf = (box: Box, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) => ({
  nodes: nodes.filter((node) => overlaps(box, boxOfNode(node))),
  edges: edges.filter((edge) => overlaps(box, boxOfEdge(edge))),
})
