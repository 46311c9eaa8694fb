import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '@shared/graph'
import {
  type Newcomer,
  placeNewNodes,
  type Point,
} from '../../../../../src/shared/layout/place-new-nodes'

const id = (n: number): NodeId => `content:${n}`
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

describe('placing new nodes', () => {
  it('puts the first node in the middle', () => {
    expect(placeNewNodes(new Map(), [{ id: id(1), near: [] }]).get(id(1))).toEqual({ x: 0, y: 0 })
  })

  it('puts newcomers into the free sector of their parent, away from its neighbours', () => {
    const placed = new Map<NodeId, Point>([
      [id(1), { x: 0, y: 0 }],
      [id(2), { x: 150, y: 0 }],
      [id(3), { x: 130, y: 80 }],
      [id(4), { x: 130, y: -80 }],
    ])
    const spot = placeNewNodes(placed, [{ id: id(5), near: [id(1)] }]).get(id(5))
    expect(spot?.x).toBeLessThan(-100)
  })

  it('gives a chain of newcomers a place beside each other in turn', () => {
    const chain: Newcomer[] = [
      { id: id(3), near: [id(2)] },
      { id: id(2), near: [id(1)] },
      { id: id(1), near: [id(0)] },
    ]
    const placed = new Map<NodeId, Point>([[id(0), { x: 0, y: 0 }]])
    const spots = placeNewNodes(placed, chain)
    expect(spots.size).toBe(3)
    for (const n of [1, 2, 3]) {
      const here = spots.get(id(n))
      const before = n === 1 ? placed.get(id(0)) : spots.get(id(n - 1))
      if (here === undefined || before === undefined) throw new Error('not placed')
      expect(apart(here, before)).toBeLessThan(400)
    }
  })

  it('places each newcomer exactly once, moves nobody, and puts no two on one spot', () => {
    const graphs = fc.record({
      old: fc.integer({ min: 0, max: 15 }),
      parents: fc.array(fc.option(fc.nat(40), { nil: undefined }), { maxLength: 60 }),
    })
    fc.assert(
      fc.property(graphs, ({ old, parents }) => {
        const placed = new Map<NodeId, Point>(
          Array.from({ length: old }, (_, n) => [id(n), { x: n * 200, y: 0 }]),
        )
        const newcomers = parents.map((parent, at) => ({
          id: id(old + at),
          near: parent === undefined ? [] : [id(parent)],
        }))
        const before = new Map(placed)
        const spots = placeNewNodes(placed, newcomers)
        expect(placed).toEqual(before)
        expect(new Set(spots.keys())).toEqual(new Set(newcomers.map((one) => one.id)))
        const all = [...placed.values(), ...spots.values()]
        const cells = new Set(all.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`))
        expect(cells.size).toBe(all.length)
      }),
    )
  })
})
