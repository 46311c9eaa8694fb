import { beforeEach, describe, expect, it } from 'vitest'
import { type NodeId, relationOf } from '@shared/graph'
import type { Canvas, Placed } from '../../../../../src/features/canvas/canvas'
import { type CanvasModel, createCanvasStore } from '../../../../../src/features/canvas'
import { createGraphStore } from '../../../../../src/features/graph'
import { createPicture } from '../../../../../src/features/picture'
import { createViewStore, type View, type ViewAct } from '../../../../../src/features/view'
import { nothingKnown } from '../picture/nothing-known'

const a: NodeId = 'content:a'

/** A canvas with one node, whose layouts end when the test says so. */
function fakeCanvas() {
  let at = { x: 0, y: 0 }
  let viewport = { zoom: 1, pan: { x: 40, y: 40 } }
  const ends: ((done: boolean) => void)[] = []
  const canvas = {
    positions: (): Placed[] => [[a, at]],
    place: (places: readonly Placed[]) => {
      for (const [, point] of places) at = point
    },
    arrange: () => {
      ends.at(-1)?.(false)
      return new Promise<boolean>((resolve) => ends.push(resolve))
    },
    stopArranging: () => ends.at(-1)?.(false),
    fit: () => {
      viewport = { zoom: 2, pan: { x: 0, y: 0 } }
    },
    viewport: () => viewport,
    setViewport: (next: typeof viewport) => {
      viewport = next
    },
  }
  return {
    // Only what a layout uses; the rest of the canvas is not there to be asked.
    canvas: canvas as unknown as Canvas,
    put: (x: number) => (at = { x, y: 0 }),
    end: () => ends.at(-1)?.(true),
    x: () => at.x,
    zoom: () => viewport.zoom,
  }
}

function canvasOf(view: View, acts: ViewAct[]): CanvasModel {
  const picture = createPicture({ graph: createGraphStore(), view, crawl: nothingKnown })
  return createCanvasStore({ view, picture, onAct: (act) => acts.push(act) })
}

describe('arranging', () => {
  let fake: ReturnType<typeof fakeCanvas>
  let canvas: CanvasModel
  let acts: ViewAct[]
  let view: View
  beforeEach(() => {
    fake = fakeCanvas()
    acts = []
    view = createViewStore()
    canvas = canvasOf(view, acts)
    canvas.mount(fake.canvas)
  })

  it('can be taken back in one act', async () => {
    const arranged = canvas.arrange('grid')
    fake.put(70)
    fake.end()
    await arranged
    expect(acts).toMatchObject([
      { before: { places: [[a, { x: 0 }]] }, after: { places: [[a, { x: 70 }]] } },
    ])
    expect(canvas.store.getState().arranging).toBe(false)
    expect(view.store.getState().layout).toBe('grid')
    expect(fake.zoom()).toBe(2)
    canvas.put(acts[0]?.before ?? {})
    expect([fake.x(), fake.zoom(), view.store.getState().layout]).toEqual([0, 1, 'force'])
    canvas.put(acts[0]?.after ?? {})
    expect([fake.x(), fake.zoom(), view.store.getState().layout]).toEqual([70, 2, 'grid'])
  })

  it('puts all back where it stood when it is stopped', async () => {
    const arranged = canvas.arrange('grid')
    fake.put(33)
    fake.canvas.fit()
    expect(canvas.store.getState().arranging).toBe(true)
    canvas.stopArranging()
    await arranged
    expect([fake.x(), fake.zoom()]).toEqual([0, 1])
    // The name of the layout is of what is drawn.
    expect(view.store.getState().layout).toBe('force')
    expect(acts).toEqual([])
    expect(canvas.store.getState().arranging).toBe(false)
  })

  it('goes back to before the first of two when the second is asked for meanwhile', async () => {
    const first = canvas.arrange('force')
    fake.put(33)
    const second = canvas.arrange('grid')
    await first
    expect(canvas.store.getState().arranging).toBe(true)
    expect(fake.x()).toBe(33)
    fake.put(80)
    fake.end()
    await second
    expect(acts).toHaveLength(1)
    expect(acts[0]?.before.places).toEqual([[a, { x: 0, y: 0 }]])
  })
})

describe('what was moved by hand', () => {
  it('is pinned, and undo lets it go again to where it stood', () => {
    const acts: ViewAct[] = []
    const view = createViewStore()
    const canvas = canvasOf(view, acts)
    canvas.moved([['content:1', { x: 0, y: 0 }]], [['content:1', { x: 5, y: 5 }]])
    expect([...view.store.getState().pinned]).toEqual(['content:1'])
    canvas.put(acts[0]?.before ?? {})
    expect(view.store.getState().pinned.size).toBe(0)
    expect(canvas.places().get('content:1')).toEqual({ x: 0, y: 0 })
  })
})

describe('what is gone to', () => {
  it('is brought into view, and what a folded group has taken in is where its one is', () => {
    const [b, c]: NodeId[] = ['content:b', 'content:c']
    const graph = createGraphStore()
    const relations = [relationOf('link', a, b ?? a), relationOf('link', a, c ?? a)]
    graph.apply({ entities: [], relations })
    const view = createViewStore()
    const picture = createPicture({ graph, view, crawl: nothingKnown })
    const canvas = createCanvasStore({ view, picture })
    const revealed: unknown[] = []
    canvas.mount({ reveal: (ids: unknown) => revealed.push(ids) } as unknown as Canvas)
    view.goToAll({ nodes: [b ?? a, c ?? a] })
    view.goTo(a)
    view.setFocus(b ?? a)
    expect(revealed).toEqual([[b, c], [a]])
  })
})
