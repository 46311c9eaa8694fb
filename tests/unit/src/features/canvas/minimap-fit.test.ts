import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf, fitInto } from '../../../../../src/features/canvas/minimap-fit'

const point = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
})

describe('the minimap', () => {
  it('holds every node, and leads back to where a node is', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (points) => {
        const fit = fitInto(boxOf(points), { width: 168, height: 112 })
        for (const one of points) {
          const there = fit.there(one)
          expect(there.x >= 0 && there.x <= 168 && there.y >= 0 && there.y <= 112).toBe(true)
          const back = fit.back(there.x, there.y)
          expect(Math.hypot(back.x - one.x, back.y - one.y)).toBeLessThan(0.01)
        }
      }),
    )
  })
})
