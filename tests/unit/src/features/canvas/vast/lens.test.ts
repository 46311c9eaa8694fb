import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { viewportFor } from '../../../../../../src/features/canvas/fit'
import { createLens } from '../../../../../../src/features/canvas/vast/lens'
import { revealed } from '../../../../../../src/features/canvas/vast/revealed'

vi.stubGlobal('cancelAnimationFrame', () => undefined)

const size = { width: 800, height: 600 }
const make = () =>
  createLens(
    () => size,
    () => undefined,
  )
const spot = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) })

describe('the lens', () => {
  it('keeps what is under the pointer there when it zooms', () => {
    fc.assert(
      fc.property(spot, fc.double({ min: 0.2, max: 5, noNaN: true }), (at, factor) => {
        const lens = make()
        lens.put({ zoom: 0.5, pan: { x: 12, y: -40 } })
        const before = lens.toModel(at)
        lens.zoomAt(factor, at)
        const after = lens.toModel(at)
        expect(after.x).toBeCloseTo(before.x, 6)
        expect(after.y).toBeCloseTo(before.y, 6)
      }),
    )
  })

  it('goes neither too near nor too far', () => {
    const lens = make()
    lens.zoomBy(1e9)
    expect(lens.viewport().zoom).toBe(4)
    lens.zoomBy(1e-9)
    expect(lens.viewport().zoom).toBe(0.004)
  })

  it('puts a point in the middle of the screen', () => {
    const lens = make()
    lens.zoomBy(0.3)
    lens.centreOn({ x: 1234, y: -5 })
    const middle = lens.toModel({ x: 400, y: 300 })
    expect(middle.x).toBeCloseTo(1234)
    expect(middle.y).toBeCloseTo(-5)
  })
})

describe('a fitted view', () => {
  it('shows all of a box, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (w, h) => {
        const { zoom, pan } = viewportFor({ x1: -w, y1: -h, x2: w, y2: h }, size)
        expect(-w * zoom + pan.x).toBeGreaterThanOrEqual(0)
        expect(h * zoom + pan.y).toBeLessThanOrEqual(600)
      }),
    )
  })
})

describe('revealing', () => {
  const view = { zoom: 1, pan: { x: 0, y: 0 }, ...size, ratio: 1 }

  it('leaves the view where everything is seen already', () => {
    expect(revealed({ x1: 100, y1: 100, x2: 200, y2: 200 }, view)).toBeNull()
  })

  it('moves without zooming where that is enough', () => {
    expect(revealed({ x1: 2000, y1: 0, x2: 2100, y2: 50 }, view)).toMatchObject({ zoom: 1 })
  })

  it('zooms out where the screen is too small', () => {
    expect(revealed({ x1: 0, y1: 0, x2: 4000, y2: 50 }, view)?.zoom).toBeLessThan(0.3)
  })
})
