import { UndirectedGraph } from 'graphology'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTies, answerTo, idOf, listedIn, type Tie, whyIn, wikiOf } from './small-wiki'

const shape = (ties: readonly Tie[]) => answerTo(wikiOf(ties), { kind: 'shape' })

describe('how does it hang together?', () => {
  it('finds rings of includes with the relations to select, and no ring of links', () => {
    const graph = wikiOf([
      [1, 'includes', 2],
      [2, 'includes', 1],
      [3, 'link', 4],
      [4, 'link', 3],
    ])
    const group = answerTo(graph, { kind: 'shape' }).groups.find(
      ({ kind }) => kind === 'include-cycles',
    )
    expect(group?.rows.map(({ title }) => title)).toEqual(['includes: Page 1 → Page 2 → Page 1'])
    for (const id of group?.rows[0]?.edges ?? []) expect(graph.edges.has(id)).toBe(true)
    expect(group?.rows[0]?.edges).toHaveLength(2)
  })

  it('names the section where the links of a page live', () => {
    // Sections 10 and 20 under the homepage; 11 stands in the one and is linked with the other.
    const answer = shape([
      [10, 'child-of', 1],
      [20, 'child-of', 1],
      [11, 'child-of', 10],
      ...[21, 22, 23, 24].map((n): Tie => [n, 'child-of', 20]),
      [11, 'link', 21],
      [22, 'link', 11],
      [11, 'includes', 23],
      [11, 'link', 10],
    ])
    expect(listedIn(answer)['misplaced']).toEqual([idOf(11)])
    expect(whyIn(answer, 'misplaced')).toEqual([
      'would fit better under “Page 20”: 3 of 4 pages that it is linked with are there, 1 where it is now',
    ])
  })

  it('does not answer where no page link was read', () => {
    expect(shape([[2, 'child-of', 1]]).isAnswered).toBe(false)
  })

  it('calls hubs what has at least five others near it, as graphology counts', () => {
    fc.assert(
      fc.property(anyTies(12), (ties) => {
        const graph = new UndirectedGraph()
        for (const [from, name, to] of ties) {
          if (from !== to && (name === 'link' || name === 'includes'))
            graph.mergeUndirectedEdge(from, to)
        }
        for (const id of listedIn(shape(ties))['hubs'] ?? []) {
          expect(graph.degree(id?.slice('content:'.length) ?? '')).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })
})
