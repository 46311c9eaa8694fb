/** Cytoscape.js with fcose, as their manuals start them. */
import cytoscape, { type ElementDefinition } from 'cytoscape'
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose'
import type { Batch, NodeId } from '@shared/graph'
import { beside } from './beside'
import type { Contestant, Point } from './contestant'
import { serveBench } from './serve-bench'

cytoscape.use(fcose)

const elements = (
  { entities, relations }: Batch,
  placeOf: (id: NodeId) => Point,
): ElementDefinition[] => [
  ...entities.map(({ id, title }) => ({
    group: 'nodes' as const,
    data: { id, title },
    position: { ...placeOf(id) },
  })),
  ...relations.map(({ id, source, target }) => ({
    group: 'edges' as const,
    data: { id, source, target },
  })),
]

const plain: Contestant = (surface, scene, onFrame) => {
  const { nodes, edges } = scene.graph
  const cy = cytoscape({
    container: surface,
    elements: elements(
      { entities: [...nodes.values()], relations: [...edges.values()] },
      (id) => scene.places.get(id) ?? { x: 0, y: 0 },
    ),
    layout: { name: 'preset' },
    style: [
      { selector: 'node', style: { label: 'data(title)', 'background-color': '#3b6fb6' } },
      {
        selector: 'edge',
        style: {
          width: 2,
          'line-color': '#9aa7bd',
          'target-arrow-color': '#9aa7bd',
          'target-arrow-shape': 'triangle',
          'curve-style': 'bezier',
        },
      },
    ],
  })
  cy.on('render', onFrame)
  const pointOf = (id: NodeId): Point | null => {
    const node = cy.getElementById(id)
    return node.empty() ? null : { ...node.position() }
  }
  const arrange = async () => {
    const options: FcoseLayoutOptions = { name: 'fcose', animate: false }
    const layout = cy.layout(options as FcoseLayoutOptions & cytoscape.LayoutOptions)
    const stopped = layout.promiseOn('layoutstop')
    layout.run()
    await stopped
  }
  return {
    add: (batch) => void cy.add(elements(batch, beside(batch, pointOf))),
    places: () => new Map(cy.nodes().map((node) => [node.id() as NodeId, { ...node.position() }])),
    arrange,
    settle: arrange,
  }
}

serveBench(plain)
