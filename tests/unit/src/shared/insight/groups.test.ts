import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, unknownEntity } from '@shared/graph'
import { groupsOf } from '@shared/insight'
import { graphOf, idOf, inputOf, type Pair } from './small-graph'

/** Everyone with everyone. */
const circle = (nodes: readonly number[]): Pair[] =>
  nodes.flatMap((one, at) => nodes.slice(at + 1).map((other): Pair => [one, other]))

describe('groups by community', () => {
  it('part two circles that one tie holds together, and name each after its most related node', () => {
    const pairs = [...circle([1, 2, 3, 4]), ...circle([5, 6, 7, 8]), [4, 5] as const]
    const groups = groupsOf(inputOf(graphOf(pairs)), 'community')
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
        const groups = groupsOf(inputOf(graph), 'community')
        expect([...groups.keys()].sort()).toEqual([...graph.nodes.keys()].sort())
        const other = groupsOf(inputOf(graphOf(pairs.toReversed())), 'community')
        expect(new Map([...other].sort())).toEqual(new Map([...groups].sort()))
      }),
      { numRuns: 100 },
    )
  })
})

describe('groups by space', () => {
  it('put a space with its content, people together, and the rest apart', () => {
    const space = { key: 'DOC', name: 'Documents' }
    const { graph } = merge(emptyGraph, {
      entities: [
        { ...unknownEntity('content:1'), space },
        { ...unknownEntity('space:DOC'), title: 'Documents' },
        unknownEntity('user:anna'),
        unknownEntity('content:2'),
      ],
      relations: [],
    })
    const groups = groupsOf(inputOf(graph), 'space')
    expect([...groups]).toEqual([
      ['content:1', { key: 'space:DOC', name: 'Documents' }],
      ['content:2', { key: '', name: 'Space not known' }],
      ['space:DOC', { key: 'space:DOC', name: 'Documents' }],
      ['user:anna', { key: 'user:', name: 'People' }],
    ])
  })
})
