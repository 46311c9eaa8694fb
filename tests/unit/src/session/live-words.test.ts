import { describe, expect, it } from 'vitest'
import type { CrawlSummary } from '@shared/crawl'
import {
  emptyGraph,
  type Entity,
  type KnowledgeState,
  merge,
  type NodeId,
  relationOf,
} from '@shared/graph'
import {
  crawlWords,
  loadedWords,
  matchWords,
  selectedWords,
} from '../../../../src/session/live-words'

const page = (key: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  subtype: 'page',
  key,
  title: `Page ${key}`,
  status: 'current',
})

const pages = [page('1'), page('2'), page('3')]
const [a, b, c] = pages.map(({ id }) => id) as [NodeId, NodeId, NodeId]
const relations = [
  relationOf('needs', a, b),
  relationOf('needs', c, a),
  { ...relationOf('link', a, c), createdBy: { name: 'Ada' } },
]
const { graph } = merge(emptyGraph, { entities: pages, relations })
const stateOf = () => 'complete' as const

const summary = (part: Partial<CrawlSummary> = {}): CrawlSummary => ({
  state: 'complete',
  nodes: 3,
  relations: 3,
  calls: 4,
  failures: [],
  cut: [],
  unidentified: 0,
  undescribed: [],
  ...part,
})
const query = (relation: string) =>
  ({ node: a, relation, direction: 'out', type: 'content' }) as const

describe('what an expansion says', () => {
  const batch = { entities: pages, relations }

  it('counts neighbours, and says how many are new where not all are', () => {
    expect(loadedWords(a, { batch, summary: summary(), fresh: 2 })).toBe('2 neighbours loaded')
    expect(loadedWords(a, { batch, summary: summary(), fresh: 1 })).toBe(
      '2 neighbours loaded, 1 new',
    )
    expect(loadedWords(a, { batch, summary: summary(), fresh: 0 })).toBe(
      '2 neighbours loaded, none new',
    )
  })

  it('counts what was forbidden and what failed', () => {
    const failures = [
      { query: query('needs'), failure: { kind: 'forbidden', what: 'it' } as const },
      { query: query('link'), failure: { kind: 'forbidden', what: 'it' } as const },
    ]
    expect(loadedWords(a, { batch, summary: summary({ failures }), fresh: 2 })).toBe(
      '2 neighbours loaded, 2 forbidden',
    )
  })

  it('says that more may be there', () => {
    const cut = [query('needs')]
    const none = { entities: [], relations: [] }
    expect(loadedWords(a, { batch: none, summary: summary({ cut }), fresh: 0 })).toBe(
      '0 neighbours loaded, more may be there',
    )
  })
})

describe('what a crawl and a filter say', () => {
  it('tells how far a crawl is', () => {
    const progress = {
      state: 'running',
      depth: 2,
      maxDepth: 3,
      nodes: 1200,
      relations: 1,
      calls: 9,
      answered: 1,
      waiting: 1,
      inFlight: 1,
      failures: 0,
      cut: 0,
    } as const
    expect(crawlWords(progress)).toBe('Crawling: 1,200 nodes, 1 relation, depth 2 of 3.')
  })

  it('counts what matches of all', () => {
    const match = { nodes: new Set([a]), edges: new Set<never>() }
    expect(matchWords(match, graph)).toBe('1 of 3 nodes and 0 of 3 relations match.')
    expect(matchWords(null, graph)).toBe('No filter: all 3 nodes match.')
  })
})

describe('what a selection says', () => {
  it('tells one node in full: type, what is known, and relations by name', () => {
    expect(selectedWords(graph, { nodes: [a], edges: [] }, stateOf)).toBe(
      'Selected: Page 1, page, complete. 2 out: link 1, needs 1. 1 in: needs 1.',
    )
    expect(selectedWords(graph, { nodes: [b], edges: [] }, stateOf)).toContain('none out.')
    const said = (state: KnowledgeState) =>
      selectedWords(graph, { nodes: [b], edges: [] }, () => state)
    expect(said('not-asked')).toContain('outgoing not asked. at least 1 in: needs 1.')
    expect(said('cut')).toContain('at least 0 out. at least 1 in: needs 1.')
    expect(said('stale')).toContain('none out. 1 in: needs 1.')
  })

  it('tells one relation in full', () => {
    const edges = [relationOf('link', a, c).id]
    expect(selectedWords(graph, { nodes: [], edges }, stateOf)).toBe(
      'Selected: Relation link, from Page 1 to Page 3. Created by Ada.',
    )
  })

  it('counts several, and says when nothing is left', () => {
    expect(
      selectedWords(graph, { nodes: [a, b], edges: [relationOf('needs', a, b).id] }, stateOf),
    ).toBe('2 nodes and 1 relation selected.')
    expect(selectedWords(graph, { nodes: [], edges: [] }, stateOf)).toBe('Nothing is selected.')
  })
})
