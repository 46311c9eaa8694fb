import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extent, Viewport } from '../../../../../src/features/canvas/canvas'
import { revealed, viewportFor, viewportOf } from '../../../../../src/features/canvas/fit'

const size = { width: 800, height: 600 }
/** Below on the left, as the legend is, and below on the right, as the map is. */
const covers = [
  { x1: 12, y1: 300, x2: 212, y2: 588 },
  { x1: 560, y1: 470, x2: 744, y2: 588 },
]
const covered = { ...size, covers }
const length = fc.integer({ min: 1, max: 1e6 })

const onScreen = ({ x1, y1, x2, y2 }: Extent, { zoom, pan }: Viewport): Extent => ({
  x1: x1 * zoom + pan.x,
  y1: y1 * zoom + pan.y,
  x2: x2 * zoom + pan.x,
  y2: y2 * zoom + pan.y,
})
const isCovered = (box: Extent) =>
  covers.some(({ x1, y1, x2, y2 }) => box.x1 < x2 && x1 < box.x2 && box.y1 < y2 && y1 < box.y2)

describe('a fitted view', () => {
  it('shows all of a box, however large', () => {
    fc.assert(
      fc.property(length, length, (w, h) => {
        const { zoom, pan } = viewportFor({ x1: -w, y1: -h, x2: w, y2: h }, size)
        expect(-w * zoom + pan.x).toBeGreaterThanOrEqual(0)
        expect(h * zoom + pan.y).toBeLessThanOrEqual(600)
      }),
    )
  })

  it.each([
    ['broad', { x1: -900, y1: -200, x2: 900, y2: 200 }],
    ['high', { x1: -100, y1: -900, x2: 100, y2: 900 }],
    ['small', { x1: 0, y1: 0, x2: 40, y2: 40 }],
  ])('of something %s has nothing below what lies over the picture', (_, box) => {
    const shown = onScreen(box, viewportFor(box, covered))
    expect(isCovered(shown)).toBe(false)
    expect(shown.x1).toBeGreaterThanOrEqual(0)
    expect(shown.y2).toBeLessThanOrEqual(600)
  })

  it('takes the whole screen where beside what covers it there is hardly any room', () => {
    const box = { x1: 0, y1: 0, x2: 1000, y2: 1000 }
    const all = { ...size, covers: [{ x1: 10, y1: 10, x2: 790, y2: 590 }] }
    expect(viewportFor(box, all)).toEqual(viewportFor(box, size))
  })
})

describe('fitted nodes', () => {
  const box = { x1: -400, y1: -300, x2: 400, y2: 300 }
  /** Round, so that no node stands in a corner. */
  const round = Array.from({ length: 60 }, (_, at) => ({
    x: 400 * Math.cos(at / 9.5),
    y: 300 * Math.sin(at / 9.5),
  }))

  it('stand below nothing, and use the corners that they leave free', () => {
    const viewport = viewportOf(box, round, covered)
    for (const { x, y } of round)
      expect(isCovered(onScreen({ x1: x, y1: y, x2: x, y2: y }, viewport))).toBe(false)
    expect(viewport.zoom).toBeGreaterThan(viewportFor(box, covered).zoom)
  })

  it('use all of the screen where nothing lies over it', () => {
    expect(viewportOf(box, round, size)).toEqual(viewportFor(box, size))
  })
})

describe('revealing', () => {
  const view = { zoom: 1, pan: { x: 0, y: 0 } }

  it('leaves the view where everything is seen already', () => {
    expect(revealed({ x1: 100, y1: 100, x2: 200, y2: 200 }, view, covered)).toBeNull()
  })

  it('moves without zooming where that is enough', () => {
    expect(revealed({ x1: 2000, y1: 0, x2: 2100, y2: 50 }, view, size)).toMatchObject({ zoom: 1 })
  })

  it('zooms out where the screen is too small', () => {
    expect(revealed({ x1: 0, y1: 0, x2: 4000, y2: 50 }, view, size)?.zoom).toBeLessThan(0.3)
  })

  it('brings out what stands below the legend, without zooming', () => {
    const box = { x1: 50, y1: 400, x2: 150, y2: 450 }
    const next = revealed(box, view, covered)
    expect(next?.zoom).toBe(1)
    expect(isCovered(onScreen(box, next ?? view))).toBe(false)
  })
})
