import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '@shared/graph'
import {
  type Newcomer,
  placeNewNodes,
  type Point,
} from '../../../../../src/shared/layout/place-new-nodes'
import { settleNewNodes } from '../../../../../src/shared/layout/settle-new-nodes'

const id = (n: number): NodeId => `content:${n}`
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

describe('settling new nodes', () => {
  it('brings a newcomer that is far off nearer to what it is related to', () => {
    const standing = new Map<NodeId, Point>([[id(0), { x: 0, y: 0 }]])
    const spots = new Map<NodeId, Point>([[id(1), { x: 600, y: 0 }]])
    const settled = settleNewNodes(standing, spots, [{ id: id(1), near: [id(0)] }])
    expect(apart(settled.get(id(1)) ?? { x: 0, y: 0 }, { x: 0, y: 0 })).toBeLessThan(300)
  })

  it('moves nothing that stands, and crowds nobody', () => {
    const point = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
    })
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        fc.array(fc.array(fc.nat(59), { minLength: 1, maxLength: 4 }), { maxLength: 30 }),
        (old, near) => {
          const standing = new Map(old.map((place, at) => [id(at), place]))
          const frozen = JSON.stringify([...standing])
          const newcomers: Newcomer[] = near.map((ends, at) => ({
            id: id(old.length + at),
            near: ends.map((end) => id(end % (old.length + near.length))),
          }))
          const spots = placeNewNodes(standing, newcomers)
          const settled = settleNewNodes(standing, spots, newcomers)
          expect(JSON.stringify([...standing])).toBe(frozen)
          expect([...settled.keys()]).toEqual([...spots.keys()])
          const least = (places: ReadonlyMap<NodeId, Point>) => {
            const all = [...standing, ...places]
            return Math.min(
              ...[...places].flatMap(([own, here]) =>
                all.filter(([other]) => other !== own).map(([, there]) => apart(here, there)),
              ),
            )
          }
          expect(least(settled)).toBeGreaterThanOrEqual(Math.min(84, least(spots)) - 1e-6)
        },
      ),
      { numRuns: 60 },
    )
  })
})
