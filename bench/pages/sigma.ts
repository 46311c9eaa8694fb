/** Sigma.js 3 with graphology, as its manual starts it. */
import Graph from 'graphology'
import Sigma from 'sigma'
import type { Batch, NodeId } from '@shared/graph'
import { beside } from './beside'
import type { Contestant, Point } from './contestant'
import { serveBench } from './serve-bench'

const colours = { content: '#3b6fb6', user: '#1f8a63', space: '#8a5bb5' } as const

const sigma: Contestant = (surface, scene, onFrame) => {
  const graph = new Graph({ multi: true })
  const add = ({ entities, relations }: Batch, placeOf: (id: NodeId) => Point) => {
    for (const { id, title, type } of entities) {
      // Its y axis points upwards.
      const { x, y } = placeOf(id)
      graph.addNode(id, { label: title, x, y: -y, size: 4, color: colours[type] })
    }
    for (const { id, source, target } of relations) {
      graph.addEdgeWithKey(id, source, target, { size: 1, color: '#9aa7bd' })
    }
  }
  const { nodes, edges } = scene.graph
  add(
    { entities: [...nodes.values()], relations: [...edges.values()] },
    (id) => scene.places.get(id) ?? { x: 0, y: 0 },
  )
  const renderer = new Sigma(graph, surface)
  renderer.on('afterRender', onFrame)
  // The first frame is drawn while it is made.
  onFrame()
  const pointOf = (id: NodeId): Point => ({
    x: Number(graph.getNodeAttribute(id, 'x')),
    y: -Number(graph.getNodeAttribute(id, 'y')),
  })
  return {
    add: (batch) =>
      add(
        batch,
        beside(batch, (id) => (graph.hasNode(id) ? pointOf(id) : null)),
      ),
    places: () => new Map(graph.mapNodes((id) => [id as NodeId, pointOf(id as NodeId)])),
    arrange: null,
    settle: () => Promise.resolve(),
  }
}

serveBench(sigma)
