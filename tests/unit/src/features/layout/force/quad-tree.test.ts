import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPusher } from '../../../../../../src/features/layout/force/quad-tree'

type Body = { x: number; y: number; mass: number }

/** Every node from every other, without a tree. */
function plainly(bodies: readonly Body[], strength: number): number[] {
  return bodies.flatMap(({ x, y }, at) => {
    let [fx, fy] = [0, 0]
    for (const [other, body] of bodies.entries()) {
      if (other === at) continue
      const [dx, dy] = [x - body.x, y - body.y]
      const push = (strength * body.mass) / Math.max(dx * dx + dy * dy, 1e-4)
      fx += dx * push
      fy += dy * push
    }
    return [fx, fy]
  })
}

function byTree(bodies: readonly Body[], strength: number, reach = Infinity): Float64Array {
  const forces = new Float64Array(bodies.length * 2)
  const places = Float64Array.from(bodies.flatMap(({ x, y }) => [x, y]))
  const masses = Float64Array.from(bodies, ({ mass }) => mass)
  createPusher(bodies.length)({ places, masses }, forces, { strength, reach })
  return forces
}

const coordinate = fc.integer({ min: -500, max: 500 })
const some = fc.array(
  fc.record({ x: coordinate, y: coordinate, mass: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 60 },
)

describe('the tree that nodes push each other by', () => {
  it('comes near the sum over all pairs, also where nodes coincide', () => {
    fc.assert(
      fc.property(some, (bodies) => {
        const [fast, plain] = [byTree(bodies, 10), plainly(bodies, 10)]
        const size = Math.max(1e-9, ...plain.map(Math.abs))
        for (const [at, force] of plain.entries()) {
          // The bound that the tree's own measure allows a body seen as part of a far cell.
          expect(Math.abs((fast[at] ?? NaN) - force) / size).toBeLessThan(0.5)
        }
      }),
    )
  })

  it('is exact for a few nodes that are near each other', () => {
    const bodies = [
      { x: 0, y: 0, mass: 1 },
      { x: 10, y: 0, mass: 2 },
      { x: 10, y: 10, mass: 1 },
    ]
    const plain = plainly(bodies, 5)
    for (const [at, force] of byTree(bodies, 5).entries())
      expect(force).toBeCloseTo(plain[at] ?? NaN)
  })

  it('does not feel what is out of reach', () => {
    const bodies = [
      { x: 0, y: 0, mass: 1 },
      { x: 1, y: 0, mass: 1 },
      { x: 9000, y: 0, mass: 1 },
    ]
    const [, , , , far] = byTree(bodies, 5, 100)
    expect(far).toBe(0)
    expect(byTree(bodies, 5)[4]).toBeGreaterThan(0)
  })
})
