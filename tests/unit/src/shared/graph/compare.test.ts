import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareGraphs, emptyGraph, merge, relationOf } from '@shared/graph'
import { allAnswered, answer, anyExport, exported, graphOf } from './two-graphs'

const ids = (edges: readonly { id: string }[]) => edges.map(({ id }) => id)
const link = (from: number, to: number) => `link|content:${from}|content:${to}`
const asked = [answer('content:1', 'link', 'out', 'content')]

describe('two exports', () => {
  it('tell what came and what went', () => {
    const diff = compareGraphs(graphOf(['1 link 2']), graphOf(['1 link 3', '2 link 4'], asked))
    expect(ids(diff.edges.added)).toEqual([link(1, 3), link(2, 4)])
    expect(ids(diff.edges.gone)).toEqual([link(1, 2)])
    expect(ids(diff.nodes.added)).toEqual(['content:4'])
    expect([diff.nodes.gone, diff.edges.unsure, diff.isSame]).toEqual([[], [], false])
  })

  it('tell of another title or status, and of nothing else at a node', () => {
    const before = graphOf([])
    const [one, two, three] = before.nodes
    if (one === undefined || two === undefined || three === undefined) throw new Error('No nodes')
    const nodes = [
      { ...one, title: 'Billing' },
      { ...two, status: 'trashed' },
      { ...three, completeness: 'cut' as const, url: 'https://example.atlassian.net/x' },
    ]
    expect(compareGraphs(before, { ...before, nodes }).nodes.changed).toEqual([
      {
        id: 'content:1',
        was: { title: '1', status: 'unknown' },
        is: { title: 'Billing', status: 'unknown' },
      },
      {
        id: 'content:2',
        was: { title: '2', status: 'unknown' },
        is: { title: '2', status: 'trashed' },
      },
    ])
  })

  it('pair another name between the same ends, and only in the same direction', () => {
    const before = graphOf(['1 link 2'])
    const diff = compareGraphs(before, graphOf(['1 blocks 2', '2 noted 1'], asked))
    expect(diff.edges.retyped.map(({ was, is }) => [was.relation, is.relation])).toEqual([
      ['link', 'blocks'],
    ])
    expect([ids(diff.edges.added), diff.edges.gone]).toEqual([['noted|content:2|content:1'], []])
  })

  it('pair in order until one side runs out', () => {
    const before = graphOf(['1 a 2', '1 b 2', '1 c 2'])
    const diff = compareGraphs(before, graphOf(['1 x 2', '1 y 2'], allAnswered([before])))
    expect(diff.edges.retyped.map(({ was, is }) => was.relation + is.relation)).toEqual([
      'ax',
      'by',
    ])
    expect(ids(diff.edges.gone)).toEqual(['c|content:1|content:2'])
  })

  it.each([
    ['nothing was asked', [], true],
    ['it was asked at the source', asked, false],
    ['it was asked at the target', [answer('content:2', 'link', 'in', 'content')], false],
    ['the answer was cut', [answer('content:1', 'link', 'out', 'content', 'cut')], true],
    ['the answer is old', [answer('content:1', 'link', 'out', 'content', 'stale')], true],
    ['another name was asked', [answer('content:1', 'noted', 'out', 'content')], true],
    ['another type was asked', [answer('content:1', 'link', 'out', 'user')], true],
    ['the other way was asked', [answer('content:1', 'link', 'in', 'content')], true],
  ])('are unsure of what is absent as far as they must: %s', (_, answers, isUnsure) => {
    const { edges, isSame } = compareGraphs(graphOf(['1 link 2']), graphOf([], answers))
    expect([edges.unsure.length, edges.gone.length]).toEqual(isUnsure ? [1, 0] : [0, 1])
    expect(isSame).toBe(false)
  })

  it('do not take for retyped what may still be there', () => {
    const { edges } = compareGraphs(graphOf(['1 link 2']), graphOf(['1 blocks 2']))
    expect([edges.retyped.length, edges.unsure.length, edges.added.length]).toEqual([0, 1, 1])
  })

  it('tell which questions are forbidden by now', () => {
    const forbidden = (relation: string) =>
      answer('content:1', relation, 'out', 'content', 'forbidden')
    const before = graphOf([], [...asked, forbidden('old')])
    const after = graphOf([], [forbidden('old'), forbidden('new'), forbidden('link')])
    expect(compareGraphs(before, after).forbidden).toEqual([forbidden('link'), forbidden('new')])
    expect(compareGraphs(after, before).forbidden).toEqual([])
  })

  it('of 100,000 relations are compared in passing, even all between two nodes', () => {
    const large = (word: string) => {
      const relations = Array.from({ length: 50_000 }, (_, at) => [
        relationOf(`${word}${at}`, 'content:1', 'content:2'),
        relationOf(word, `content:${at}`, `content:${at + 1}`),
      ]).flat()
      const edges = relations.map(({ id, relation, source, target }) => ({
        ...{ id, relation, source, target },
      }))
      return { ...exported(emptyGraph), edges }
    }
    const [before, after] = [large('was'), large('is')]
    const full = { ...after, completeness: allAnswered([before]) }
    const start = performance.now()
    expect(compareGraphs(before, full).edges.retyped).toHaveLength(100_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('whatever the exports', () => {
  it('nothing differs from itself', () => {
    fc.assert(fc.property(anyExport, (file) => compareGraphs(file, file).isSame))
  })

  it('what came one way went the other, where everything was asked', () => {
    fc.assert(
      fc.property(anyExport, anyExport, (one, two) => {
        const completeness = allAnswered([one, two])
        const [a, b] = [
          { ...one, completeness },
          { ...two, completeness },
        ]
        const [there, back] = [compareGraphs(a, b), compareGraphs(b, a)]
        expect(there.edges.unsure).toEqual([])
        expect(back.edges.added).toEqual(there.edges.gone)
        expect(back.edges.gone).toEqual(there.edges.added)
        expect(new Set(back.edges.retyped.map(({ was, is }) => [is.id, was.id].join(' ')))).toEqual(
          new Set(there.edges.retyped.map(({ was, is }) => [was.id, is.id].join(' '))),
        )
        expect([back.nodes.added, back.nodes.gone]).toEqual([there.nodes.gone, there.nodes.added])
        expect(back.isSame).toBe(there.isSame)
      }),
    )
  })

  it('what was, with the difference applied, is what is', () => {
    fc.assert(
      fc.property(anyExport, anyExport, (before, after) => {
        const { added, gone, retyped, unsure } = compareGraphs(before, after).edges
        const edges = new Set(ids(before.edges))
        for (const id of ids([...gone, ...unsure, ...retyped.map(({ was }) => was)])) {
          expect(edges.delete(id)).toBe(true)
        }
        for (const id of ids([...added, ...retyped.map(({ is }) => is)])) {
          expect(edges.has(id)).toBe(false)
          edges.add(id)
        }
        expect(edges).toEqual(new Set(ids(after.edges)))
      }),
    )
  })

  it('the order in the files makes no difference', () => {
    fc.assert(
      fc.property(anyExport, anyExport, (before, after) => {
        const turned = (file: typeof after) => ({
          nodes: file.nodes.toReversed(),
          edges: file.edges.toReversed(),
          completeness: file.completeness,
        })
        expect(compareGraphs(turned(before), turned(after))).toEqual(compareGraphs(before, after))
      }),
    )
  })

  it('two graphs that share nothing differ in everything', () => {
    fc.assert(
      fc.property(anyExport, (file) => {
        const none = exported(merge(emptyGraph, { entities: [], relations: [] }).graph)
        const { nodes, edges } = compareGraphs(none, file)
        expect([nodes.added, edges.added]).toEqual([file.nodes, file.edges])
      }),
    )
  })
})
