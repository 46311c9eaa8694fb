import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInsights, type InsightInput } from '@shared/insight'
import { graphOf, idOf, inputOf, type Pair, sectionOf, titlesOf } from './small-graph'

/** A pair related both ways. */
const both = (one: number, other: number, name: string): Pair[] => [
  [one, other, name],
  [other, one, name],
]

describe('hubs', () => {
  const star = Array.from({ length: 6 }, (_, at): Pair => [0, at + 1])

  it('stand far above what is usual, and say how many paths lead through them', () => {
    const { insights } = sectionOf(inputOf(graphOf(star)), 'hubs')
    expect(insights).toEqual([
      {
        title: 'Page 0',
        more: 'related to 6 others, on 100 % of the shortest paths between others',
        nodes: [idOf(0)],
        edges: [],
        value: 6,
      },
    ])
  })

  it('are none where all are alike or several relations lead to the same few', () => {
    const all = Array.from({ length: 8 }, (_, a) =>
      Array.from({ length: a }, (_, b): Pair => [a, b]),
    ).flat()
    expect(titlesOf(inputOf(graphOf(all)), 'hubs')).toEqual([])
    const parallel = ['a', 'b', 'c', 'd', 'e'].map((name): Pair => [1, 2, name])
    expect(titlesOf(inputOf(graphOf(parallel)), 'hubs')).toEqual([])
  })
})

describe('orphans', () => {
  it('are nodes that were asked in full and have nothing; unknown is not none', () => {
    const graph = graphOf([[1, 2]], [3])
    expect(titlesOf(inputOf(graph), 'orphans')).toEqual(['Page 3'])
    for (const state of ['not-asked', 'cut', 'forbidden', 'failed', 'gone', 'stale'] as const) {
      expect(titlesOf(inputOf(graph, { state }), 'orphans')).toEqual([])
    }
  })

  it('are not those with a relation to themselves', () => {
    expect(titlesOf(inputOf(graphOf([[1, 1]])), 'orphans')).toEqual([])
  })
})

describe('cycles', () => {
  it('keep to one relation name and show a ring in its order', () => {
    const pairs: Pair[] = [
      [1, 2, 'depends-on'],
      [2, 3, 'depends-on'],
      [3, 1, 'depends-on'],
      [3, 4, 'depends-on'],
      [4, 3, 'explains'],
    ]
    const { insights } = sectionOf(inputOf(graphOf(pairs)), 'cycles')
    expect(insights).toMatchObject([
      {
        title: 'depends-on: Page 1 → Page 2 → Page 3 → Page 1',
        nodes: [idOf(1), idOf(2), idOf(3)],
        edges: [
          'depends-on|content:1|content:2',
          'depends-on|content:2|content:3',
          'depends-on|content:3|content:1',
        ],
        value: 3,
      },
    ])
  })

  it('leave out the pairs of a name that mostly goes both ways', () => {
    const near = [...both(1, 2, 'near'), ...both(3, 4, 'near')]
    expect(titlesOf(inputOf(graphOf(near)), 'cycles')).toEqual([])
    const ring: Pair[] = [
      [5, 6, 'near'],
      [6, 7, 'near'],
      [7, 5, 'near'],
    ]
    const mostly = [...near, ...both(8, 9, 'near'), ...both(10, 11, 'near'), ...ring]
    expect(titlesOf(inputOf(graphOf(mostly)), 'cycles')).toEqual([
      'near: Page 5 → Page 6 → Page 7 → Page 5',
    ])
  })

  it('are exactly where nodes reach each other', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const reach = (start: number) => {
          const reached = new Set<number>()
          const open = [start]
          for (const at of open) {
            for (const [a, b] of pairs) {
              if (a === at && !reached.has(b)) {
                reached.add(b)
                open.push(b)
              }
            }
          }
          return reached
        }
        const nodes = [...new Set(pairs.flat())]
        const mates = nodes.map((node) =>
          nodes.filter((other) => reach(node).has(other) && reach(other).has(node)).sort(),
        )
        const expected = new Set(
          mates.filter(({ length }) => length > 1).map((group) => group.join(' ')),
        )
        // A node that is related to itself is a ring of its own.
        const selves = new Set(pairs.flatMap(([a, b]) => (a === b ? [a] : [])))
        // One pair both ways is fewer than makes a name mutual; more of them would be left out.
        const backs = pairs.filter(([a, b]) => a < b && pairs.some(([c, d]) => c === b && d === a))
        fc.pre(new Set(backs.map(String)).size < 2)
        const { total, insights } = sectionOf(inputOf(graphOf(pairs)), 'cycles')
        expect(total).toBe(expected.size + selves.size)
        expect(insights.map(({ value }) => value).sort()).toEqual(
          [
            ...[...expected].map((group) => group.split(' ').length),
            ...[...selves].map(() => 1),
          ].sort(),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('one-way pairs', () => {
  const pairs = [...both(1, 2, 'near'), ...both(3, 4, 'near'), ...[[5, 6, 'near'] as const]]

  it('lack the way back that most pairs of the name have', () => {
    const { insights } = sectionOf(inputOf(graphOf(pairs)), 'one-way')
    expect(insights).toMatchObject([
      { title: 'near: Page 5 → Page 6', nodes: [idOf(5), idOf(6)], edges: [] },
    ])
  })

  it('are none where the way back was not asked for, or is not usual', () => {
    expect(titlesOf(inputOf(graphOf(pairs), { isBackKnown: false }), 'one-way')).toEqual([])
    const usual: Pair[] = [...both(1, 2, 'a'), [3, 4, 'a'], [5, 6, 'a']]
    expect(titlesOf(inputOf(graphOf(usual)), 'one-way')).toEqual([])
  })
})

describe('separate parts', () => {
  it('are listed where there are several, largest first, without single nodes', () => {
    const pairs: Pair[] = [
      [1, 2],
      [3, 4],
      [4, 5],
    ]
    const { insights } = sectionOf(inputOf(graphOf(pairs, [6])), 'components')
    expect(insights.map(({ title, nodes }) => [title, nodes.length])).toEqual([
      ['Around “Page 4”', 3],
      ['Around “Page 1”', 2],
    ])
    expect(titlesOf(inputOf(graphOf([[1, 2]], [6])), 'components')).toEqual([])
  })
})

describe('the whole list', () => {
  it('names twenty of a kind and counts them all', () => {
    const alone = Array.from({ length: 35 }, (_, at) => at)
    const { insights, total } = sectionOf(inputOf(graphOf([], alone)), 'orphans')
    expect([insights.length, total]).toEqual([20, 35])
  })

  it('is the same whatever the order in which the graph came', () => {
    const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('link', 'near'))
    const shuffled = fc
      .uniqueArray(pair, { maxLength: 30, selector: String })
      .chain((pairs) =>
        fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
      )
    const found = (pairs: readonly Pair[]) => findInsights(inputOf(graphOf(pairs)))
    fc.assert(
      fc.property(shuffled, ([pairs, others]) => {
        expect(found(others)).toEqual(found(pairs))
      }),
      { numRuns: 100 },
    )
  })

  it('is empty for an empty graph', () => {
    const empty: InsightInput = inputOf(graphOf([]))
    expect(findInsights(empty).every(({ total }) => total === 0)).toBe(true)
  })
})
