import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, type NodeId, relationOf } from '@shared/graph'
import { namesWith } from '@shared/picture'
import { relationCounts } from '../../../../../src/features/picture/legend-counts'

const page = (id: NodeId) => ({
  ...{ id, type: 'content' as const, key: id.slice(8), title: id, status: 'current' },
})
const [a, b, c]: [NodeId, NodeId, NodeId] = ['content:1', 'content:2', 'content:3']
const owns = relationOf('owns', a, b)
const link = relationOf('link', b, c)
const { graph } = merge(emptyGraph, {
  entities: [a, b, c].map(page),
  relations: [owns, link, relationOf('owns', b, c)],
})

describe('the counts of the legend', () => {
  it('are those of the graph with its draft applied', () => {
    const ghosts = [relationOf('owns', a, c), relationOf('new-name', a, c)]
    const counts = relationCounts(graph, { ghosts, leaving: new Set([owns.id]) })
    expect(Object.fromEntries(counts)).toEqual({
      owns: { count: 2, drafted: 1, leaving: 1 },
      link: { count: 1, drafted: 0, leaving: 0 },
      'new-name': { count: 1, drafted: 1, leaving: 0 },
    })
  })

  it('count once what was drafted and has come from the site since', () => {
    const counts = relationCounts(graph, { ghosts: [owns], leaving: new Set() })
    expect(counts.get('owns')).toEqual({ count: 2, drafted: 0, leaving: 0 })
  })

  it('name what only a draft has, after all that is there', () => {
    const names = ['owns', 'link']
    expect(namesWith(names, [link, relationOf('new-name', a, c)])).toEqual([...names, 'new-name'])
    expect(namesWith(names, [link])).toBe(names)
  })
})
