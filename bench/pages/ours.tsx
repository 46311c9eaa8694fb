/** The real canvas with the real stores, as the program mounts it. `?fold` lets leaves fold. */
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { Graph, NodeId } from '@shared/graph'
import { createGraphStore, type GraphModel } from '../../src/features/graph'
import { CanvasView } from '../../src/features/canvas/panels'
import { createViewStore, type View } from '../../src/features/view'
import type { Contestant } from './contestant'
import { serveBench } from './serve-bench'

const nothing = () => undefined
const acts = {
  onExpand: nothing,
  onMenu: nothing,
  onDrop: nothing,
  onConnect: nothing,
  onDelete: nothing,
}
const nobody: ReadonlySet<NodeId> = new Set()
const unasked = new Map()
const noWords: never[] = []
const frameRef = createRef<HTMLDivElement>()

function Stage({ graph, view }: { graph: GraphModel; view: View }) {
  return (
    <main className="stage" style={{ position: 'absolute', inset: 0 }}>
      <CanvasView
        {...{ graph, view, acts, frameRef, mayConnect: true }}
        asking={nobody}
        states={unasked}
        words={noWords}
      />
    </main>
  )
}

/** A store that holds the graph already, as after a workspace was read. */
function storeOf(graph: Graph): GraphModel {
  const model = createGraphStore()
  model.apply({ entities: [...graph.nodes.values()], relations: [...graph.edges.values()] })
  return model
}

const ours: Contestant = (surface, scene, onFrame) => {
  const graph = storeOf(scene.graph)
  const view = createViewStore(null, [...scene.places])
  view.setFolding(location.search.includes('fold'))
  surface.addEventListener('canvasframe', onFrame, { capture: true })
  createRoot(surface).render(<Stage graph={graph} view={view} />)
  const canvasNow = () => view.store.getState().canvas
  return {
    add: graph.apply,
    places: () => new Map(view.positions()),
    arrange: async (onDraft) => {
      const [first] = scene.graph.nodes.keys()
      const boxNow = () => (first === undefined ? '' : JSON.stringify(canvasNow()?.boxOf(first)))
      const before = boxNow()
      const watch = setInterval(() => {
        if (boxNow() === before) return
        clearInterval(watch)
        onDraft()
      }, 10)
      await view.arrange('force')
      clearInterval(watch)
    },
    settle: () => Promise.resolve(),
  }
}

serveBench(ours)
