import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NamesOnScreen } from '../../../../../src/shared/layout'
import { roomForNames } from '../../../../../src/shared/arrange/room-for-names'

/** A legend and a small map in the corners of a screen of 695 by 718 px. */
const covers = [
  { x1: -334, y1: 88, x2: -105, y2: 347 },
  { x1: 118, y1: 233, x2: 334, y2: 347 },
]
const screen = { width: 555, height: 618 }

type Spot = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number }

function spotsIn(places: Float64Array, { sizes }: NamesOnScreen): Spot[] {
  return Array.from({ length: places.length / 2 }, (_, at) => ({
    ...{ x: places[at * 2] ?? NaN, y: places[at * 2 + 1] ?? NaN },
    ...{ wide: (sizes[at * 2] ?? NaN) / 2, high: (sizes[at * 2 + 1] ?? NaN) / 2 },
  }))
}

const meet = (a: Spot, b: Spot) =>
  Math.abs(a.x - b.x) < a.wide + b.wide && Math.abs(a.y - b.y) < a.high + b.high

const isUnder = ({ x, y, wide, high }: Spot) =>
  covers.some(
    ({ x1, y1, x2, y2 }) => x + wide > x1 && x - wide < x2 && y + high > y1 && y - high < y2,
  )

const node = fc.record({
  x: fc.double({ min: -400, max: 400, noNaN: true }),
  y: fc.double({ min: -400, max: 400, noNaN: true }),
  wide: fc.integer({ min: 40, max: 130 }),
  high: fc.constantFrom(40, 54),
})

const given = (nodes: readonly { x: number; y: number; wide: number; high: number }[]) => ({
  places: Float64Array.from(nodes.flatMap(({ x, y }) => [x, y])),
  names: {
    ...screen,
    sizes: Float64Array.from(nodes.flatMap(({ wide, high }) => [wide, high])),
    drops: new Float64Array(nodes.length),
    covers,
  },
})

describe('room for names', () => {
  it('is there for each of two dozen, beside what lies over the picture, whatever they stand in', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 24 }), (nodes) => {
        const { places, names } = given(nodes)
        const spots = spotsIn(roomForNames(places, names), names)
        expect(spots.filter(isUnder)).toEqual([])
        expect(
          spots.filter((one, at) => spots.slice(at + 1).some((other) => meet(one, other))),
        ).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps all within the screen, also where there is too little room', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 40, maxLength: 60 }), (nodes) => {
        const { places, names } = given(nodes)
        for (const { x, y } of spotsIn(roomForNames(places, names), names)) {
          expect(Math.abs(x)).toBeLessThanOrEqual(screen.width / 2 + 0.001)
          expect(Math.abs(y)).toBeLessThanOrEqual(screen.height / 2 + 0.001)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('leaves a picture that has room as it is, but for its size and how it is turned', () => {
    const { places, names } = given([
      { x: -100, y: 0, wide: 60, high: 40 },
      { x: 0, y: 0, wide: 60, high: 40 },
      { x: 100, y: 0, wide: 60, high: 40 },
    ])
    const [a, b, c] = spotsIn(roomForNames(places, names), { ...names, covers: [] })
    expect(b).toMatchObject({
      x: expect.closeTo(0, 6) as number,
      y: expect.closeTo(0, 6) as number,
    })
    expect((a?.x ?? NaN) + (c?.x ?? NaN)).toBeCloseTo(0, 6)
  })
})
