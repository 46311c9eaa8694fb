import { describe, expect, it } from 'vitest'
import { emptyGraph, merge, type NodeId, relationOf, unknownEntity } from '@shared/graph'
import type { Fold } from '@shared/picture'
import { drawnWords, foldFacts } from '../../../../../src/features/picture'

const id = (n: number): NodeId => `content:${n}`
const { graph } = merge(emptyGraph, {
  entities: [1, 2, 3, 4].map((n) => ({ ...unknownEntity(id(n)), title: `Page ${n}` })),
  relations: [
    relationOf('link', id(1), id(2)),
    relationOf('link', id(1), id(3)),
    relationOf('needs', id(3), id(2)),
    relationOf('link', id(2), id(4)),
  ],
})
const group: Fold = {
  kind: 'group',
  key: 'group|a',
  name: 'Handbook',
  shown: id(1),
  nodes: [id(1), id(2)],
}
const line: Fold = {
  kind: 'relations',
  key: 'group-line|1|3',
  shown: [...graph.edges.keys()][1] ?? 'link|content:1|content:3',
  edges: [...graph.edges.keys()].slice(1, 3),
}
const folds = [group, line]

describe('the words for what stands for many', () => {
  it('say of a group how many nodes it has, and what leads out, in and within', () => {
    expect(foldFacts(graph, group, folds)).toEqual({
      name: 'Handbook',
      facts: ['2 nodes as one', 'at least 2 out, 1 in, 1 within'],
    })
  })

  it('say of a line between two which those are, and which names it has', () => {
    expect(foldFacts(graph, line, folds)).toEqual({
      name: '2 relations',
      facts: ['between “Handbook” and “Page 3”', 'link 1, needs 1'],
    })
  })

  it('are heard wherever in a group the keyboard is, and of a node alone are its own', () => {
    const knowledge = new Map()
    const words = drawnWords(graph, id(2), { folds, knowledge })
    expect(words).toBe(drawnWords(graph, id(1), { folds, knowledge }))
    expect(words).toContain('2 nodes as one')
    expect(drawnWords(graph, id(4), { folds, knowledge })).toContain('Page 4')
    expect(drawnWords(graph, id(9), { folds, knowledge })).toBe('')
  })
})
