/** Has the real exporter make a picture of a graph, as the export dialog does. */
import { createStore } from 'zustand/vanilla'
import { toGraphFile } from '@shared/graph'
import { createCanvasStore } from '../../src/features/canvas'
import { createPicture } from '../../src/features/picture'
import { createGraphStore } from '../../src/features/graph'
import { createViewStore } from '../../src/features/view'
import { firstChoice } from '../../src/features/export/choice'
import { makePng } from '../../src/features/export/write'
import { createGrowth } from '../graphs/scale-free'
import { watchGaps } from './gaps'

/** What came of an export; the file as a data address. */
type Exported = { readonly ms: number; readonly gap: number; readonly file: string }

const nothingKnown = {
  store: createStore(() => ({ states: new Map(), expanding: new Set<never>() })),
}

declare global {
  interface Window {
    exportPng: (nodes: number, places: readonly number[], side: number) => Promise<Exported>
  }
}

window.exportPng = async (nodes, places, side) => {
  const graph = createGraphStore()
  graph.apply(createGrowth().next(nodes))
  const known = graph.store.getState().graph
  const view = createViewStore()
  const picture = createPicture({ graph, view, crawl: nothingKnown })
  const canvas = createCanvasStore({
    view,
    picture,
    places: [...known.nodes.keys()].map((id, at) => [
      id,
      { x: places[at * 2] ?? 0, y: places[at * 2 + 1] ?? 0 },
    ]),
  })
  const file = toGraphFile(known, {
    version: '0.0.0',
    site: 'https://bench.example',
    exportedAt: '2026-01-01T00:00:00.000Z',
    failures: [],
    calls: 0,
  })
  const sources = {
    ...{ graph, view, picture, canvas },
    ...{ words: [], theme: 'light' as const, file },
  } as const
  const gaps = watchGaps()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const began = performance.now()
  const size = { kind: 'side', value: side } as const
  const { done } = makePng(sources, { ...firstChoice, size }, () => undefined)
  const blob = await done
  const [ms, gap] = [performance.now() - began, gaps.end()]
  if (blob === null) throw new Error('The picture could not be made.')
  return { ms, gap, file: await addressOf(blob) }
}

const addressOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result)
    }
    reader.onerror = () => reject(new Error('The file could not be read.'))
    reader.readAsDataURL(blob)
  })
