import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge } from '@shared/graph'
import { findCounted, findNodes } from '../../../../../src/features/graph'

const page = (key: string, title: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title,
  status: 'current',
})
const { graph } = merge(emptyGraph, {
  entities: [
    page('1', 'Release checklist'),
    page('2', 'How we release'),
    page('3', 'Résumé of the outage'),
  ],
  relations: [],
})
const titles = (text: string) => findNodes(graph, text).map(({ title }) => title)

describe('finding nodes in the graph', () => {
  it('finds titles that hold every word, those that begin with the text first', () => {
    expect(titles('release')).toEqual(['Release checklist', 'How we release'])
    expect(titles('check rel')).toEqual(['Release checklist'])
  })
  it('ignores case and accents', () => {
    expect(titles('RESUME')).toEqual(['Résumé of the outage'])
  })
  it('finds by key and finds nothing for nothing', () => {
    expect(titles('3')).toEqual(['Résumé of the outage'])
    expect(titles('  ')).toEqual([])
  })
  it('says how many there are of which it gives some', () => {
    const { first, count } = findCounted(graph, 'e', 2)
    expect([first.length, count]).toEqual([2, 3])
  })
})
