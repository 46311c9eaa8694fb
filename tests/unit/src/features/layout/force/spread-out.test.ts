import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack } from '../../../../../../src/features/layout/force/pack'
import { spreadOut } from '../../../../../../src/features/layout/force/spread-out'
import { turnWide } from '../../../../../../src/features/layout/force/turn-wide'

const distances = (places: Float64Array): number[] => {
  const found: number[] = []
  for (let one = 0; one < places.length; one += 2) {
    for (let other = 0; other < one; other += 2) {
      found.push(
        Math.hypot(
          (places[one] ?? 0) - (places[other] ?? 0),
          (places[one + 1] ?? 0) - (places[other + 1] ?? 0),
        ),
      )
    }
  }
  return found
}
const somePlaces = fc
  .array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((all) => Float64Array.from(all.flat()))

describe('spreading nodes out', () => {
  it('leaves no two over each other, also where they stood in one place', () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        spreadOut(places, new Float64Array(places.length / 2).fill(30))
        expect(Math.min(Infinity, ...distances(places))).toBeGreaterThan(50)
      }),
    )
  })

  it('does not move what has room', () => {
    const places = Float64Array.from([0, 0, 100, 0, 0, -100])
    const before = places.slice()
    spreadOut(places, new Float64Array(3).fill(30))
    expect(places).toEqual(before)
  })
})

describe('putting parts side by side', () => {
  it('lets none lie over another', () => {
    fc.assert(
      fc.property(fc.array(somePlaces, { minLength: 2, maxLength: 8 }), (parts) => {
        const moves = pack(parts)
        const boxes = parts.map((places, at) => {
          const { x, y } = moves[at] ?? { x: 0, y: 0 }
          const xs = [...places].filter((_, index) => index % 2 === 0).map((one) => one + x)
          const ys = [...places].filter((_, index) => index % 2 === 1).map((one) => one + y)
          return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const
        })
        for (const [at, [left, right, top, bottom]] of boxes.entries()) {
          for (const [l, r, t, b] of boxes.slice(at + 1)) {
            expect(r < left || l > right || b < top || t > bottom).toBe(true)
          }
        }
      }),
    )
  })
})

describe('turning a picture', () => {
  it('makes it wider than high and keeps every distance', () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const before = distances(places)
        turnWide(places)
        for (const [at, far] of distances(places).entries())
          expect(far).toBeCloseTo(before[at] ?? NaN)
        const spread = (axis: number) =>
          places.reduce((sum, one, at) => (at % 2 === axis ? sum + one * one : sum), 0)
        expect(spread(0)).toBeGreaterThanOrEqual(spread(1) - 1e-6)
      }),
    )
  })
})
