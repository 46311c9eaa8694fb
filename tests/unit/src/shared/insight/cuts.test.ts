import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Graph } from '@shared/graph'
import { findInsights } from '@shared/insight'
import { idOf, graphOf, inputOf, type Pair, sectionOf, titlesOf } from './small-graph'

/** Sizes of the parts that hang together, the slow way. */
function parts(nodes: readonly number[], pairs: readonly Pair[]): number[] {
  const left = new Set(nodes)
  const sizes: number[] = []
  for (const start of nodes) {
    if (!left.delete(start)) continue
    const part = [start]
    for (const at of part) {
      for (const [a, b] of pairs) {
        const next = a === at ? b : b === at ? a : null
        if (next !== null && left.delete(next)) part.push(next)
      }
    }
    sizes.push(part.length)
  }
  return sizes.sort((a, b) => a - b)
}

const isTie = ([a, b]: Pair, [c, d]: Pair) => (a === c && b === d) || (a === d && b === c)
const pair = fc.tuple(fc.nat(8), fc.nat(8)).filter(([from, to]) => from !== to)
const anyPairs = fc.array(pair, { maxLength: 16 })

describe('bridges', () => {
  it('are the ties whose loss parts at least two nodes from at least two', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const nodes = [...new Set(pairs.flat())]
        const whole = parts(nodes, pairs)
        const expected = pairs
          .filter((one, at) => !pairs.slice(0, at).some((other) => isTie(one, other)))
          .flatMap((tie) => {
            const rest = pairs.filter((other) => !isTie(tie, other))
            const split = parts(nodes, rest)
            if (split.length === whole.length) return []
            const [a] = tie
            const side = sideOf(a, rest)
            const total = sideOf(a, pairs)
            const apart = Math.min(side, total - side)
            return apart > 1 ? [apart] : []
          })
          .sort((a, b) => b - a)
        const { insights, total } = sectionOf(inputOf(graphOf(pairs)), 'bridges')
        expect(insights.map(({ value }) => value)).toEqual(expected)
        expect(total).toBe(expected.length)
      }),
      { numRuns: 300 },
    )
  })

  it('name both ends and select the relations between them', () => {
    const pairs: Pair[] = [
      [1, 2],
      [2, 3],
      [2, 3, 'explains'],
      [3, 4],
    ]
    const { insights } = sectionOf(inputOf(graphOf(pairs)), 'bridges')
    expect(insights).toEqual([
      {
        title: 'Page 2 – Page 3',
        more: 'would part 2 nodes from the rest',
        nodes: [idOf(2), idOf(3)],
        edges: ['explains|content:2|content:3', 'link|content:2|content:3'],
        value: 2,
      },
    ])
  })
})

describe('joints', () => {
  it('are the nodes whose loss leaves two or more parts', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const nodes = [...new Set(pairs.flat())]
        const expected = nodes.flatMap((node) => {
          const rest = pairs.filter((one) => !one.includes(node))
          const near = new Set(
            pairs.flatMap(([a, b]) => (a === node ? [b] : b === node ? [a] : [])),
          )
          const reached = parts([...reachedFrom([...near], rest)], rest)
          return reached.length > 1 ? [`Page ${node}`] : []
        })
        expect(titlesOf(inputOf(graphOf(pairs)), 'joints').sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 },
    )
  })
})

function reachedFrom(starts: readonly number[], pairs: readonly Pair[]): Set<number> {
  const reached = new Set(starts)
  for (const at of reached) {
    for (const [a, b] of pairs) {
      if (a === at) reached.add(b)
      if (b === at) reached.add(a)
    }
  }
  return reached
}

const sideOf = (start: number, pairs: readonly Pair[]): number => reachedFrom([start], pairs).size

describe('a chain longer than any call stack', () => {
  it('is looked at whole', () => {
    const length = 50_000
    const pairs = Array.from({ length: length - 1 }, (_, at): Pair => [at, at + 1])
    const countsOf = (graph: Graph) =>
      new Map(findInsights(inputOf(graph)).map(({ kind, total }) => [kind, total]))
    const chain = countsOf(graphOf(pairs))
    // Every tie but the two at the ends, and every node but the ends.
    expect(chain.get('bridges')).toBe(length - 3)
    expect(chain.get('joints')).toBe(length - 2)
    expect(chain.get('cycles')).toBe(0)
    const ring = countsOf(graphOf([...pairs, [length - 1, 0]]))
    expect(ring.get('bridges')).toBe(0)
    expect(ring.get('cycles')).toBe(1)
  })
})
