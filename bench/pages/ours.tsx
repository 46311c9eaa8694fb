/** The real canvas with the real stores, as the program mounts it. `?fold` lets leaves fold. */
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import type { Graph } from '@shared/graph'
import { createGraphStore, type GraphModel } from '../../src/features/graph'
import { CanvasView } from '../../src/features/canvas/panels'
import { type CanvasModel, createCanvasStore } from '../../src/features/canvas'
import { createPicture, type PictureModel } from '../../src/features/picture'
import { createViewStore, type View } from '../../src/features/view'
import type { Contestant } from './contestant'
import { serveBench } from './serve-bench'

const nothing = () => undefined
const acts = {
  onExpand: nothing,
  onMenu: nothing,
  onDrop: nothing,
  onKey: () => false,
}
const nothingKnown = {
  store: createStore(() => ({ states: new Map(), expanding: new Set<never>() })),
}
const noWords: never[] = []
const frameRef = createRef<HTMLDivElement>()

type Parts = { graph: GraphModel; view: View; picture: PictureModel; canvas: CanvasModel }

function Stage(parts: Parts) {
  return (
    <main className="stage" style={{ position: 'absolute', inset: 0 }}>
      <CanvasView {...parts} {...{ acts, frameRef, mayConnect: true, words: noWords }} />
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
  const view = createViewStore()
  const picture = createPicture({ graph, view, crawl: nothingKnown })
  const canvas = createCanvasStore({ view, picture, places: [...scene.places] })
  view.setFolding(location.search.includes('fold'))
  canvas.store.subscribe(({ mounted }, old) => {
    if (mounted !== old.mounted) mounted?.onFrame(onFrame)
  })
  createRoot(surface).render(<Stage {...{ graph, view, picture, canvas }} />)
  const canvasNow = () => canvas.store.getState().mounted
  return {
    add: graph.apply,
    places: () => new Map(canvas.positions()),
    arrange: async (onDraft) => {
      const [first] = scene.graph.nodes.keys()
      const boxNow = () => (first === undefined ? '' : JSON.stringify(canvasNow()?.boxOf(first)))
      const before = boxNow()
      const watch = setInterval(() => {
        if (boxNow() === before) return
        clearInterval(watch)
        onDraft()
      }, 10)
      await canvas.arrange('force')
      clearInterval(watch)
    },
    settle: () => Promise.resolve(),
  }
}

serveBench(ours)
