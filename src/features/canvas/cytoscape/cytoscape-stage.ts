import type { Core, NodeCollection } from 'cytoscape'
import { NodeId, relationIn } from '@shared/graph'
import type { Stage } from '../arrange'
import type { Point } from '../../layout'
import { edgeIdOf } from './elements'
import type { ScreenSize } from '../free-room'
import { namesOnScreen } from './names-on-screen'
import type { Shapes } from './shapes'
import { isVisible, visibleNodes } from './visible'

type Options = {
  readonly fitNow: () => void
  readonly pinned: () => ReadonlySet<NodeId>
  readonly screen: () => ScreenSize
  readonly shapes: Shapes
}

/** The nodes that Cytoscape draws, for a layout. */
export const cytoscapeStage = (cy: Core, { fitNow, pinned, screen, shapes }: Options): Stage => ({
  take: (only) => {
    const nodes = visibleNodes(cy).filter((node) => only?.has(NodeId.parse(node.id())) ?? true)
    const indexOf = new Map(nodes.map((node, at) => [node.id(), at]))
    const places = new Float64Array(nodes.length * 2)
    nodes.forEach((node, at) => {
      places[at * 2] = node.position('x')
      places[at * 2 + 1] = node.position('y')
    })
    const names = namesOnScreen(nodes, screen())
    const lines = nodes.edgesWith(nodes).filter(isVisible).edges()
    const edges = lines.map((edge) => [
      indexOf.get(edge.source().id()) ?? 0,
      indexOf.get(edge.target().id()) ?? 0,
    ])
    return {
      ids: nodes.map((node) => NodeId.parse(node.id())),
      places,
      edges: edges.flat(),
      relations: lines.map((edge) => relationIn(edgeIdOf(edge))),
      // A part of the picture has to do with the room that the rest leaves it.
      ...(only === null && names !== undefined ? { names } : {}),
    }
  },
  put: (ids, places) =>
    cy.batch(() => {
      const free = freeOf(cy, ids, pinned()).toArray()
      const held = shapes.hold(free)
      const wanted = new Map<string, Point>(ids.map((id, at) => [id, pointAt(places, at)]))
      for (const node of free) node.position(wanted.get(node.id()) ?? { ...node.position() })
      shapes.letGo(held)
    }),
  move: async (ids, places, duration) => {
    const positions = Object.fromEntries(ids.map((id, at) => [id, pointAt(places, at)]))
    const free = freeOf(cy, ids, pinned())
    const held = shapes.hold(free.toArray())
    const layout = free.layout({
      name: 'preset',
      positions,
      fit: false,
      animate: true,
      animationDuration: duration,
      animationEasing: 'ease-in-out',
    })
    const stopped = layout.promiseOn('layoutstop')
    layout.run()
    await stopped
    if (!cy.destroyed()) shapes.letGo(held)
  },
  fitNow,
  isGone: () => cy.destroyed(),
})

const freeOf = (cy: Core, ids: readonly NodeId[], pinned: ReadonlySet<NodeId>): NodeCollection => {
  const free = new Set<string>(ids.filter((id) => !pinned.has(id)))
  return cy.nodes().filter((node) => free.has(node.id()))
}

const pointAt = (places: Float64Array, at: number) => ({
  x: places[at * 2] ?? 0,
  y: places[at * 2 + 1] ?? 0,
})
