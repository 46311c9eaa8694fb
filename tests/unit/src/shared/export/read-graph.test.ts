import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isGraphText,
  linesLacking,
  pseudonymsOf,
  readGraph,
  redact,
  workspaceOf,
} from '@shared/export'
import { emptyGraph, merge, toGraphFile } from '@shared/graph'
import { anyDrawn, nastyDrawn } from './any-drawn'
import { answer, graphOf, site } from '../graph/two-graphs'

const page = graphOf(['1 link 2']).nodes[0]
const text = (value: unknown) => JSON.stringify(value)
const sentenceOf = (content: string): string => {
  const read = readGraph(content, 'graph.json', site)
  return read.ok || read.failure.kind !== 'unfit-file' ? '' : read.failure.sentence
}

describe('a graph that comes back', () => {
  it('is the graph that went out, places and all', () => {
    fc.assert(
      fc.property(anyDrawn, ({ file }) => {
        const read = readGraph(text(file), 'graph.json', site)
        if (!read.ok) throw new Error('refused')
        const { batch, places } = workspaceOf(read.file)
        const again = toGraphFile(merge(emptyGraph, batch).graph, {
          ...file,
          calls: file.stats.calls,
          stateOf: () => file.nodes[0]?.completeness ?? 'complete',
          positions: new Map(places),
        })
        expect(JSON.parse(text(again))).toEqual(JSON.parse(text(file)))
      }),
    )
  })

  it('brings what its pages name in vain, and says nothing of it where no page was read', () => {
    const open = { source: 'content:1', relation: 'link', names: 'A:B', state: 'not-seen' } as const
    const file = graphOf(['1 link 2'])
    expect(workspaceOf({ ...file, unresolved: [open] }).unresolved).toEqual({
      anew: true,
      list: [open],
    })
    expect(workspaceOf(file)).not.toHaveProperty('unresolved')
  })

  it('brings what was asked, as far as it can be known', () => {
    const file = graphOf(
      ['1 link 2'],
      [
        answer('content:1', 'link', 'out', 'content', 'stale'),
        { ...answer('content:2', 'link', 'in', 'content', 'cut'), why: 'calls-budget' },
        answer('content:3', 'link', 'in', 'content', 'not-asked'),
        answer('content:99', 'link', 'in', 'content'),
      ],
    )
    expect(
      workspaceOf(file).records?.map(({ query, state, why }) => [query.node, state, why]),
    ).toEqual([
      ['content:1', 'complete', undefined],
      ['content:2', 'cut', 'calls-budget'],
    ])
  })

  it.each([
    ['what is no JSON', '{"format":', 'is no JSON, or it was cut short'],
    ['another file', '{"name": 1}', 'is no exported graph'],
    ['a list', '[]', 'is no exported graph'],
    ['a broken one', text({ ...graphOf(['1 link 2']), nodes: 3 }), 'has a mistake at “nodes”'],
    ['a newer one', text({ format: 'relation-explorer/graph@2' }), 'a newer version'],
    [
      'one of another site',
      text({ ...graphOf(['1 link 2']), site: 'https://other.example' }),
      'is about https://other.example, not https://example.atlassian.net',
    ],
  ])('refuses %s with a sentence', (_, content, said) => {
    expect(sentenceOf(content)).toContain(said)
  })

  it.each([
    ['a moment with an offset', { exportedAt: '2026-11-26T11:30:00+01:00' }],
    ['an address with a bare %', { nodes: [{ ...page, url: `${site}/wiki/100%/x` }] }],
    ['a place far out', { nodes: [{ ...page, position: { x: -9_999_999, y: 0.125 } }] }],
  ])('takes %s', (_, change) => {
    const read = readGraph(text({ ...graphOf(['1 link 2']), ...change }), 'graph.json', site)
    expect(read.ok ? null : read.failure).toBeNull()
    // What comes in can go out again, as a file that obeys its own schema.
    const { batch, places, records } = workspaceOf(read.ok ? read.file : graphOf([]))
    const again = toGraphFile(merge(emptyGraph, batch).graph, {
      ...{ version: '1', site, exportedAt: read.ok ? read.file.exportedAt : '', calls: 0 },
      ...{ failures: [], positions: new Map(places) },
    })
    expect(records).toEqual(expect.any(Array))
    expect(again.exportedAt).toMatch(/Z$/)
    for (const { url } of again.nodes) {
      if (url !== undefined) expect(() => decodeURI(url)).not.toThrow()
    }
  })

  it.each([
    ['nodes.0.position.x', { nodes: [{ ...page, position: { x: 1e21, y: 0 } }] }],
    ['nodes.0.position.y', { nodes: [{ ...page, position: { x: 0, y: '1' } }] }],
    ['exportedAt', { exportedAt: 'yesterday' }],
    ['edges.0.source', { edges: [{ id: 'a|b|c', relation: 'a', source: 'b', target: 'c' }] }],
  ])('refuses a mistake by its place: %s', (place, change) => {
    expect(sentenceOf(text({ ...graphOf(['1 link 2']), ...change }))).toContain(`“${place}”`)
  })

  it('refuses a redacted one: its ids fit no site', () => {
    const { file } = nastyDrawn()
    expect(sentenceOf(text(redact(file, pseudonymsOf(file, { relations: false }))))).toContain(
      'is redacted',
    )
  })

  it('is told from a change set by what it says it is', () => {
    expect(isGraphText(text(graphOf(['1 link 2'])))).toBe(true)
    expect(isGraphText('{"format":"relation-explorer/change-set@1"}')).toBe(false)
    expect(isGraphText('relation,source,target')).toBe(false)
  })

  it('as changes is what is lacking, without what cannot be made by hand', () => {
    const file = graphOf(['1 link 2', '1 needs 2', '2 needs 3'])
    const there = new Set<string>([
      file.edges.find(({ source }) => source === 'content:2')?.id ?? '',
    ])
    const { lines, refused } = linesLacking(file, (id) => there.has(id))
    expect(lines).toEqual([
      { action: 'create', relation: 'needs', source: 'content:1', target: 'content:2' },
    ])
    expect(refused).toBe(1)
  })
})
