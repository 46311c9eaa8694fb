import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communityOfEach } from '@shared/insight'
import { graphOf, idOf, inputOf, type Pair } from './small-graph'

/** Everyone with everyone. */
const circle = (nodes: readonly number[]): Pair[] =>
  nodes.flatMap((one, at) => nodes.slice(at + 1).map((other): Pair => [one, other]))

describe('groups by community', () => {
  it('part two circles that one tie holds together, and name each after its most related node', () => {
    const pairs = [...circle([1, 2, 3, 4]), ...circle([5, 6, 7, 8]), [4, 5] as const]
    const groups = communityOfEach(inputOf(graphOf(pairs)))
    const nameOf = (n: number) => groups.get(idOf(n))?.name
    expect([1, 2, 3, 4].map(nameOf)).toEqual(Array(4).fill('Page 4'))
    expect([5, 6, 7, 8].map(nameOf)).toEqual(Array(4).fill('Page 5'))
  })

  it('give every node a group, the same in every order', () => {
    const anyPairs = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(12)), {
      maxLength: 30,
      selector: String,
    })
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const graph = graphOf(pairs)
        const groups = communityOfEach(inputOf(graph))
        expect([...groups.keys()].sort()).toEqual([...graph.nodes.keys()].sort())
        const other = communityOfEach(inputOf(graphOf(pairs.toReversed())))
        expect(new Map([...other].sort())).toEqual(new Map([...groups].sort()))
      }),
      { numRuns: 100 },
    )
  })
})
