import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importanceOf } from '@shared/insight'
import { graphOf, idOf, inputOf, type Pair } from './small-graph'

const importance = (pairs: readonly Pair[], alone: readonly number[] = []) => {
  const found = importanceOf(inputOf(graphOf(pairs, alone)))
  return (n: number) => found.get(idOf(n)) ?? -1
}

describe('importance', () => {
  it('comes from where relations lead, and passes on', () => {
    const of = importance([
      [1, 9],
      [2, 9],
      [3, 9],
      [9, 8],
      [4, 7],
    ])
    // Only the node that all lead to leads to 8, so it is worth more than 7, which one leads to.
    expect(of(8)).toBe(1)
    expect(of(9)).toBeGreaterThan(of(7))
    expect(of(7)).toBeGreaterThan(of(1))
    expect(of(1)).toBeCloseTo(of(4))
  })

  it('hardly comes from the page tree and from mentions', () => {
    const of = importance([
      [1, 2],
      [1, 3, 'child-of'],
      [1, 4, 'mentions'],
    ])
    expect(of(2)).toBeGreaterThan(of(3))
    expect(of(3)).toBeCloseTo(of(4))
  })

  it('is given to each node, from 0 to 1, the same in every order', () => {
    const anyPairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 })
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const input = inputOf(graphOf(pairs, [99]))
        const found = importanceOf(input)
        expect([...found.keys()].sort()).toEqual([...input.ids].sort())
        for (const value of found.values()) {
          expect(value).toBeGreaterThan(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        const again = importanceOf(inputOf(graphOf(pairs.toReversed(), [99])))
        for (const [id, value] of found) expect(again.get(id)).toBeCloseTo(value, 9)
      }),
      { numRuns: 100 },
    )
  })

  it('is nothing of nothing', () => {
    expect(importanceOf(inputOf(graphOf([])))).toEqual(new Map())
  })
})
