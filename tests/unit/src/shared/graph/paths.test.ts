import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyGraph,
  type Graph,
  merge,
  type NodeId,
  nodesWithin,
  pathsBetween,
  relationOf,
  unknownEntity,
} from '@shared/graph'

const idOf = (n: number): NodeId => `content:${n}`
const graphOf = (pairs: readonly (readonly [number, number])[], name = 'link'): Graph =>
  merge(emptyGraph, {
    entities: [...new Set(pairs.flat())].map((n) => unknownEntity(idOf(n))),
    relations: pairs.map(([from, to]) => relationOf(name, idOf(from), idOf(to))),
  }).graph
const options = { directed: false, longer: 0, limit: 1_000 }
const keysOf = (paths: readonly { nodes: readonly NodeId[] }[]) =>
  paths.map(({ nodes }) => nodes.map((id) => id.slice(8)).join(' '))

/** Every simple path, found the slow way. */
function everyPath(pairs: readonly (readonly [number, number])[], from: number, to: number) {
  const found: number[][] = []
  const walk = (path: number[]) => {
    const at = path.at(-1)
    if (at === to) {
      found.push(path)
      return
    }
    const next = pairs.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : []))
    for (const one of new Set(next)) if (!path.includes(one)) walk([...path, one])
  }
  walk([from])
  return found
}

describe('paths between two nodes', () => {
  it('are all the shortest ones, then the next longer ones, and no others', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6)).filter(([from, to]) => from !== to)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), fc.nat(2), (pairs, longer) => {
        const all = everyPath(pairs, 0, 1)
        const shortest = Math.min(...all.map(({ length }) => length))
        const expected = all
          .filter(({ length }) => length <= shortest + longer)
          .map((path) => path.join(' '))
        const found = pathsBetween(graphOf(pairs), idOf(0), idOf(1), { ...options, longer })
        expect(keysOf(found).sort()).toEqual(expected.sort())
        const lengths = found.map(({ nodes }) => nodes.length)
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })

  it('follow the direction and the names that are asked for', () => {
    const graph = merge(
      graphOf([
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
      {
        entities: [],
        relations: [relationOf('explains', idOf(0), idOf(2))],
      },
    ).graph
    const find = (more: object) =>
      keysOf(pathsBetween(graph, idOf(0), idOf(2), { ...options, ...more }))
    expect(find({})).toEqual(['0 2'])
    expect(find({ directed: true, names: new Set(['link']) })).toEqual(['0 1 2'])
    expect(find({ names: new Set(['like']) })).toEqual([])
    const [path] = pathsBetween(graph, idOf(0), idOf(2), options)
    // Both relations between the two belong to the one path.
    expect(path?.edges).toHaveLength(2)
  })

  it('stop at the limit', () => {
    const many = Array.from({ length: 50 }, (_, at): [number, number][] => [
      [0, at + 10],
      [at + 10, 1],
    ]).flat()
    expect(pathsBetween(graphOf(many), idOf(0), idOf(1), { ...options, limit: 7 })).toHaveLength(7)
  })

  it('are not looked for from a node to itself', () => {
    expect(pathsBetween(graphOf([[0, 1]]), idOf(0), idOf(0), options)).toEqual([])
  })
})

describe('the nodes within some steps', () => {
  it('grow step by step, whatever the direction', () => {
    const graph = graphOf([
      [0, 1],
      [2, 1],
      [2, 3],
      [4, 5],
    ])
    const at = (steps: number) => [...nodesWithin(graph, [idOf(0)], steps)].map((id) => id.slice(8))
    expect([at(0), at(1), at(2), at(9)]).toEqual([
      ['0'],
      ['0', '1'],
      ['0', '1', '2'],
      ['0', '1', '2', '3'],
    ])
  })
})
