import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge, type NodeId, relationOf } from '@shared/graph'
import { byText } from '../../../../../src/features/outline/order'
import { nodeRecords } from '../../../../../src/features/outline/records'
import {
  countWords,
  type Seen,
  shownEdges,
  shownNodes,
  shownOf,
} from '../../../../../src/shared/picture/shown'

const page = (key: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title: `Page ${key}`,
  status: 'current',
})

const [a, b, c] = [page('1'), page('2'), page('3')]
const ab = relationOf('needs', a.id, b.id)
const bc = relationOf('cites', b.id, c.id)
const { graph } = merge(emptyGraph, { entities: [a, b, c], relations: [ab, bc] })

const seen = (part: Partial<Seen>) =>
  shownOf({
    hiddenNodes: new Set(),
    hiddenRelations: new Set(),
    match: null,
    within: null,
    ...part,
  })
const titles = (part: Partial<Seen>) => shownNodes(graph, seen(part)).map(({ key }) => key)
const names = (part: Partial<Seen>) => shownEdges(graph, seen(part)).map(({ id }) => id)

describe('what is shown', () => {
  it('is all where nothing is hidden', () => {
    expect(titles({})).toEqual(['1', '2', '3'])
    expect(names({})).toEqual([ab.id, bc.id])
  })

  it('is without hidden nodes, their relations, and relations of a hidden name', () => {
    const part = { hiddenNodes: new Set<NodeId>([c.id]) }
    expect(titles(part)).toEqual(['1', '2'])
    expect(names(part)).toEqual([ab.id])
    expect(names({ hiddenRelations: new Set(['needs']) })).toEqual([bc.id])
  })

  it('is what the filter lets through where the rest is hidden', () => {
    const match = {
      mode: 'hide' as const,
      nodes: new Set<NodeId>([a.id, b.id]),
      edges: new Set([ab.id]),
    }
    expect(titles({ match })).toEqual(['1', '2'])
    expect(names({ match })).toEqual([ab.id])
  })

  it('is all, and the rest is marked, where the rest is dimmed', () => {
    const match = {
      mode: 'dim' as const,
      nodes: new Set<NodeId>([a.id]),
      edges: new Set<typeof ab.id>(),
    }
    const shown = seen({ match })
    expect(shownNodes(graph, shown).map((node) => shown.isDimmed(node))).toEqual([
      false,
      true,
      true,
    ])
    expect(shown.isDimmed(ab)).toBe(true)
  })

  it('is what is near enough', () => {
    expect(titles({ within: new Set<NodeId>([b.id, c.id]) })).toEqual(['2', '3'])
    expect(names({ within: new Set<NodeId>([b.id, c.id]) })).toEqual([bc.id])
  })

  it('is counted in words', () => {
    expect(countWords('nodes', { shown: 12, all: 3000 })).toBe('12 of 3,000 nodes shown')
  })
})

describe('records of nodes', () => {
  it('count the relations that are shown', () => {
    const stateOf = () => 'complete' as const
    const records = nodeRecords(graph, seen({ hiddenRelations: new Set(['cites']) }), stateOf)
    expect(records.map((one) => [one.out, one.in])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ])
  })
})

describe('the order of texts', () => {
  it('is without regard to case and accents', () => {
    expect(['éclair', 'Zebra', 'apple'].sort(byText)).toEqual(['apple', 'éclair', 'Zebra'])
  })

  it('takes numbers as numbers', () => {
    expect(['Page 10', 'Page 2', 'Page 1'].sort(byText)).toEqual(['Page 1', 'Page 2', 'Page 10'])
  })
})
