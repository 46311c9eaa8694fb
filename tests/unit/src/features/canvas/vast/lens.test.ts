import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createLens } from '../../../../../../src/features/canvas/vast/lens'

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
