import { type Batch, emptyGraph, merge } from '@shared/graph'
import { createGrowth } from '../graphs/scale-free'
import type { Contestant, Drawing, Point } from './contestant'
import { watchGaps } from './gaps'
import { inked, painted } from './painted'

export type Expansion = {
  readonly gap: number
  readonly ms: number
  /** Old nodes that moved, and how far, px; the farthest too. */
  readonly moved: number
  readonly mean: number
  readonly farthest: number
}

/** How long a layout took until each stage was seen, and the longest gap, ms. */
export type Arrangement = { readonly draft: number; readonly refined: number; readonly gap: number }

/** What the bench may ask of a page. */
export type Bench = {
  readonly prepare: (nodes: number, places: readonly number[] | null) => void
  readonly show: () => Promise<number>
  readonly startFrames: () => void
  readonly endFrames: () => { readonly turns: number; readonly drawn: number; readonly ms: number }
  readonly arrive: (nodes: number, every: number, times: number) => Promise<number>
  readonly arrange: () => Promise<Arrangement>
  readonly expand: (nodes: number) => Promise<Expansion>
  readonly places: () => number[]
}

declare global {
  interface Window {
    bench: Bench
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A first picture that takes longer than this never comes. */
const patience = 120_000

type Scene = Parameters<Contestant>[1]

function sceneOf(batch: Batch, places: readonly number[] | null): Scene {
  const { graph } = merge(emptyGraph, batch)
  const ids = [...graph.nodes.keys()]
  const placeAt = (at: number): Point => ({
    x: places?.[at * 2] ?? 0,
    y: places?.[at * 2 + 1] ?? 0,
  })
  return { graph, places: new Map(ids.map((id, at) => [id, placeAt(at)])) }
}

/** Offers the bench one way of drawing, by `window.bench`. */
export function serveBench(contestant: Contestant): void {
  const surface = document.getElementById('surface')
  if (surface === null) throw new Error('The page has no surface.')
  const frames = createFrameCount()
  let growth = createGrowth()
  let scene: Scene = { graph: emptyGraph, places: new Map() }
  let drawing: Drawing | null = null
  const drawn = (): Drawing => {
    if (drawing === null) throw new Error('Nothing is drawn yet.')
    return drawing
  }
  window.bench = {
    prepare: (nodes, places) => {
      growth = createGrowth()
      scene = sceneOf(growth.next(nodes), places)
    },
    show: async () => {
      const first = frames.next()
      const began = performance.now()
      drawing = contestant(surface, scene, frames.onDrawn)
      await Promise.race([first.then(() => inked(surface)), tooLate()])
      await painted(surface)
      return performance.now() - began
    },
    startFrames: frames.start,
    endFrames: frames.end,
    arrive: (nodes, every, times) => arrive(drawn(), () => growth.next(nodes), every, times),
    arrange: () => arrange(drawn(), surface),
    expand: (nodes) => {
      // Neither the first hub nor a leaf.
      const hub = [...scene.graph.nodes.keys()][20]
      if (hub === undefined) throw new Error('There is nothing to expand.')
      return expand(drawn(), growth.around(hub, nodes), surface)
    },
    places: () => [...drawn().places().values()].flatMap(({ x, y }) => [x, y]),
  }
}

async function tooLate(): Promise<never> {
  await pause(patience)
  throw new Error('No frame was drawn.')
}

/** Counts the turns of the page and the frames that a program draws. */
function createFrameCount() {
  let now = { turns: 0, drawn: 0, since: 0, isOn: false }
  let onNext: (() => void) | null = null
  return {
    onDrawn: () => {
      now.drawn += 1
      onNext?.()
      onNext = null
    },
    next: () =>
      new Promise<void>((resolve) => {
        onNext = resolve
      }),
    start: () => {
      const count = { turns: 0, drawn: 0, since: performance.now(), isOn: true }
      now = count
      const tick = () => {
        count.turns += 1
        if (count.isOn) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
    end: () => {
      now.isOn = false
      return { turns: now.turns, drawn: now.drawn, ms: performance.now() - now.since }
    },
  }
}

async function arrive(
  drawing: Drawing,
  next: () => Batch,
  every: number,
  times: number,
): Promise<number> {
  const gaps = watchGaps()
  for (let turn = 0; turn < times; turn += 1) {
    drawing.add(next())
    await pause(every)
  }
  await pause(every * 3)
  return gaps.end()
}

async function arrange({ arrange: run }: Drawing, surface: HTMLElement): Promise<Arrangement> {
  if (run === null) throw new Error('It has no layout.')
  const gaps = watchGaps()
  const began = performance.now()
  let draft = Number.NaN
  await run(() => {
    draft = performance.now() - began
  })
  const refined = performance.now() - began
  await painted(surface)
  return { draft, refined, gap: gaps.end() }
}

/** Adds nodes, as an expansion brings them, and tells how far the old ones moved. */
async function expand(drawing: Drawing, batch: Batch, surface: HTMLElement): Promise<Expansion> {
  const before = new Map(drawing.places())
  const gaps = watchGaps()
  await pause(50)
  const began = performance.now()
  drawing.add(batch)
  await drawing.settle()
  await painted(surface)
  const ms = performance.now() - began
  const gap = gaps.end()
  const after = drawing.places()
  const ways = [...before].map(([id, { x, y }]) => {
    const now = after.get(id) ?? { x, y }
    return Math.hypot(now.x - x, now.y - y)
  })
  const moved = ways.filter((way) => way > 0.01)
  return {
    gap,
    ms,
    moved: moved.length,
    mean: ways.reduce((sum, way) => sum + way, 0) / Math.max(1, ways.length),
    farthest: Math.max(0, ...ways),
  }
}
