import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { relationOf, type NodeId, unknownEntity } from '@shared/graph'
import { createListeners } from '@shared/listeners'
import { areaOf } from '../../../../../src/features/canvas/area'
import type { Canvas, Placed } from '../../../../../src/features/canvas/canvas'
import { closeUpOf } from '../../../../../src/features/canvas/fit'
import { watchLevel } from '../../../../../src/features/canvas/watch-level'
import { createGraphStore } from '../../../../../src/features/graph'
import { createPicture } from '../../../../../src/features/picture'
import { createViewStore } from '../../../../../src/features/view'
import { nothingKnown } from '../picture/nothing-known'

const id = (n: number): NodeId => `content:${n}`
const side = 20

/** Four hundred pages on a square of 2,000 px, in two spaces of five sections each, 40 a section. */
function watched() {
  const graph = createGraphStore()
  const space = (n: number) => (n < 200 ? { key: 'A', name: 'Aa' } : { key: 'B', name: 'Bb' })
  const pages = Array.from({ length: side * side }, (_, n) => n)
  graph.apply({
    entities: pages.map((n) => ({ ...unknownEntity(id(n)), space: space(n) })),
    relations: pages.flatMap((n) => {
      if (n % 200 === 0) return []
      const [home, place] = [n - (n % 200), n % 40]
      return [relationOf('child-of', id(n), place === 0 ? id(home) : id(Math.max(n - 1, home + 1)))]
    }),
  })
  const view = createViewStore()
  const picture = createPicture({ graph, view, crawl: nothingKnown })
  const frames = createListeners()
  let zoom = 1
  let spread = 100
  const canvas = {
    onFrame: frames.add,
    viewport: () => ({ zoom, pan: { x: 0, y: 0 } }),
    positions: () =>
      pages.map((n): Placed => [
        id(n),
        { x: (n % side) * spread, y: Math.floor(n / side) * spread },
      ]),
  }
  // Only what is asked for; the rest of the canvas is not there.
  const end = watchLevel(canvas as unknown as Canvas, { graph, view, picture })
  const room = () => view.store.getState().room
  const zoomTo = (next: number) => {
    zoom = next
    frames.tell()
    return room()
  }
  return { graph, view, picture, zoomTo, room, end, spreadBy: (px: number) => (spread = px) }
}

describe('the room for levels', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('follows the zoom in the same frame, and the picture with it', () => {
    const { picture, zoomTo } = watched()
    expect(zoomTo(1)).toBe('pages')
    expect(zoomTo(0.12)).toBe('sections')
    expect(picture.store.getState().level).toBe('sections')
    expect(zoomTo(0.01)).toBe('spaces')
    expect(zoomTo(1)).toBe('pages')
  })

  it('follows the places of nodes once they rest', () => {
    const { zoomTo, room, spreadBy } = watched()
    expect(zoomTo(0.5)).toBe('pages')
    spreadBy(25)
    expect(zoomTo(0.5)).toBe('pages')
    // Nothing came to the graph, so it is looked at again when what was found is old.
    for (let times = 0; times < 4; times += 1) {
      vi.advanceTimersByTime(1_000)
      zoomTo(0.5)
    }
    expect(room()).toBe('sections')
  })

  it('is of pages again where only few nodes are left', () => {
    const { graph, zoomTo } = watched()
    expect(zoomTo(0.01)).toBe('spaces')
    graph.remove({ nodes: Array.from({ length: 300 }, (_, n) => id(n)) })
    expect(zoomTo(0.01)).toBe('pages')
  })

  it('is not looked at where a level is held, while a layout works, or when it is over', () => {
    const { view, zoomTo, end } = watched()
    view.setLevels('spaces')
    expect(zoomTo(0.12)).toBe('pages')
    view.setLevels('zoom')
    expect(view.store.getState().room).toBe('sections')
    view.setDrawsAll(true)
    expect(zoomTo(0.01)).toBe('sections')
    view.setDrawsAll(false)
    expect(view.store.getState().room).toBe('spaces')
    end()
    expect(zoomTo(1)).toBe('spaces')
  })
})

describe('the part of the picture that most nodes are in', () => {
  it('is not made large by the few that stand far out', () => {
    const near = Array.from({ length: 98 }, (_, at) => ({ x: at, y: at * 2 }))
    const far = [
      { x: -90_000, y: 0 },
      { x: 90_000, y: 90_000 },
    ]
    expect(areaOf([...near, ...far])).toBeLessThan(98 * 98 * 2)
    expect(areaOf([])).toBe(0)
  })
})

describe('going near to what is inside of a shape', () => {
  const screen = { width: 1000, height: 800 }
  const now = { zoom: 0.1, pan: { x: 0, y: 0 } }
  const wide = [
    { x: 0, y: 0 },
    { x: 9_000, y: 7_000 },
  ]

  it('fills the screen with it', () => {
    const near = [
      { x: 0, y: 0 },
      { x: 1000, y: 700 },
    ]
    const view = closeUpOf(near, now, screen, false)
    expect(view?.zoom).toBeGreaterThan(0.5)
    expect((view?.zoom ?? 0) * 500 + (view?.pan.x ?? 0)).toBeCloseTo(500)
  })

  it('is nearer than before also where all of a shape was seen', () => {
    expect(closeUpOf(wide, now, screen, true)?.zoom).toBeCloseTo(0.15)
    expect(closeUpOf([], now, screen, true)).toBe(null)
  })

  it('leaves nothing of what is looked for beyond the edge', () => {
    expect(closeUpOf(wide, now, screen, false)).toBe(null)
  })
})
