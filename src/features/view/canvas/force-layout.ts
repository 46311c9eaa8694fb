import { forceCollide, forceSimulation } from 'd3-force'
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { LayoutJob, LayoutResult } from './layout'

/** Mean length of a relation in the result, model px. */
const ideal = 140
/** Half of the distance between two nodes, model px. */
const half = 30
const golden = Math.PI * (3 - Math.sqrt(5))

type Attributes = { x: number; y: number }
type Drawing = UndirectedGraph<Attributes>

/** A first look that is told before the rest is worked out. */
type OnDraft = (draft: LayoutResult) => void

/**
 * A force layout for many nodes: ForceAtlas2 with Barnes-Hut, from a spiral in which neighbours
 * stand near each other. The same graph in the same order gives the same picture.
 */
export function forceLayout(job: LayoutJob, onDraft: OnDraft): LayoutResult {
  const graph = drawingOf(job)
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 600 }
  const iterations = Math.round(Math.min(400, Math.max(70, 900_000 / graph.order)))
  const draft = Math.round(iterations / 6)
  forceAtlas2.assign(graph, { iterations: draft, settings })
  onDraft({ places: placesOf(graph) })
  forceAtlas2.assign(graph, { iterations: iterations - draft, settings })
  stretch(graph)
  spread(graph)
  return { places: placesOf(graph) }
}

/** Node names are indexes into the job's ids. */
function drawingOf({ ids, edges }: LayoutJob): Drawing {
  const graph: Drawing = new UndirectedGraph<Attributes>()
  ids.forEach((_id, at) => graph.addNode(at, { x: 0, y: 0 }))
  for (let at = 0; at < edges.length; at += 2) {
    const [source = 0, target = 0] = [edges[at], edges[at + 1]]
    if (source !== target) graph.mergeEdge(source, target)
  }
  breadthFirst(graph).forEach((node, at) => {
    const radius = ideal * 0.6 * Math.sqrt(at + 1)
    graph.mergeNodeAttributes(node, {
      x: radius * Math.cos(at * golden),
      y: radius * Math.sin(at * golden),
    })
  })
  return graph
}

/** Nodes part by part, each from its most related node outwards. */
function breadthFirst(graph: Drawing): string[] {
  const seen = new Set<string>()
  const byDegree = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a))
  for (const root of byDegree) {
    if (seen.has(root)) continue
    const part = new Set([root])
    for (const node of part) graph.forEachNeighbor(node, (near) => part.add(near))
    for (const node of part) seen.add(node)
  }
  return [...seen]
}

/** Scales the picture so that relations have the wanted mean length. */
function stretch(graph: Drawing): void {
  let sum = 0
  graph.forEachEdge((_edge, _attributes, _source, _target, a, b) => {
    sum += Math.hypot(a.x - b.x, a.y - b.y)
  })
  const factor = sum === 0 ? 1 : (ideal * graph.size) / sum
  graph.updateEachNodeAttributes((_node, { x, y }) => ({ x: x * factor, y: y * factor }))
}

/** Moves nodes that lie over each other apart. */
function spread(graph: Drawing): void {
  const nodes = graph.mapNodes((node, { x, y }) => ({ node, x, y }))
  forceSimulation(nodes)
    .force('collide', forceCollide(half).iterations(2))
    .stop()
    .tick(graph.order > 3000 ? 40 : 150)
  for (const { node, x, y } of nodes) graph.mergeNodeAttributes(node, { x, y })
}

function placesOf(graph: Drawing): Float64Array<ArrayBuffer> {
  const places = new Float64Array(graph.order * 2)
  graph.forEachNode((node, { x, y }) => {
    places[Number(node) * 2] = x
    places[Number(node) * 2 + 1] = y
  })
  return places
}
