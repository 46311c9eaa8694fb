import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LayeredMap } from '../../../../../src/shared/graph/layered-map'

const somePuts = fc.array(
  fc.array(fc.tuple(fc.nat(1500), fc.string({ minLength: 1, maxLength: 3 })), { maxLength: 400 }),
  { maxLength: 12 },
)

const someKeys = fc.array(fc.array(fc.nat(1500), { maxLength: 300 }), { maxLength: 12 })

describe('a map in layers', () => {
  it('is at each step what a map would be, in the same order, and stays so', () => {
    fc.assert(
      fc.property(somePuts, someKeys, fc.nat(1500), (puts, taken, asked) => {
        const plain = new Map<number, string>()
        let layered: ReadonlyMap<number, string> = new Map()
        const steps = puts.map((put, at) => {
          for (const [key, value] of put) plain.set(key, value)
          layered = LayeredMap.over(layered, new Map(put))
          for (const key of taken[at] ?? []) plain.delete(key)
          layered = LayeredMap.without(layered, taken[at] ?? [])
          return { layered, plain: [...plain] }
        })
        for (const step of steps) {
          expect([...step.layered]).toEqual(step.plain)
          expect([...step.layered.keys()]).toEqual(step.plain.map(([key]) => key))
          expect([...step.layered.values()]).toEqual(step.plain.map(([, value]) => value))
          expect(step.layered.size).toBe(step.plain.length)
          const expected = new Map(step.plain)
          expect(step.layered.get(asked)).toBe(expected.get(asked))
          expect(step.layered.has(asked)).toBe(expected.has(asked))
          const seen: [number, string][] = []
          step.layered.forEach((value, key) => seen.push([key, value]))
          expect(seen).toEqual(step.plain)
        }
      }),
      { numRuns: 30 },
    )
  })
})
