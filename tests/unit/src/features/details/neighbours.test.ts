import { describe, expect, it } from 'vitest'
import { emptyGraph, type Entity, merge, relationOf, relationsAt } from '@shared/graph'
import { firstOf, neighbourGroups } from '../../../../../src/features/details/neighbours'

const page = (key: string, title: string): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title,
  status: 'current',
})
const [own, a, b, c] = [
  page('1', 'Hub'),
  page('2', 'Äpfel'),
  page('3', 'birnen'),
  page('4', 'Zitronen'),
]
const { graph } = merge(emptyGraph, {
  entities: [own, a, b, c],
  relations: [
    relationOf('needs', own.id, c.id),
    relationOf('needs', own.id, a.id),
    relationOf('cites', own.id, b.id),
    relationOf('cites', own.id, own.id),
    relationOf('cites', c.id, own.id),
  ],
})
const at = relationsAt(graph, own.id)
const read = (typed: string) =>
  neighbourGroups(graph, at.out, 'target', typed).map(
    ({ name, neighbours }) => `${name}: ${neighbours.map(({ title }) => title).join(', ')}`,
  )

describe('the neighbours of a node', () => {
  it('come by relation name, each by title as people sort it', () => {
    expect(read('')).toEqual(['cites: birnen, Hub', 'needs: Äpfel, Zitronen'])
  })
  it('are found by words of the title or of the relation name, as people type them', () => {
    expect(read('apfel')).toEqual(['needs: Äpfel'])
    expect(read('needs zit')).toEqual(['needs: Zitronen'])
    expect(read('nothing like it')).toEqual([])
  })
  it('are those at the other end of what comes in', () => {
    expect(
      neighbourGroups(graph, at.in, 'source', '').flatMap((group) => group.neighbours),
    ).toEqual([
      expect.objectContaining({ node: own.id, title: 'Hub' }),
      expect.objectContaining({ node: c.id, title: 'Zitronen' }),
    ])
  })
  it('are cut after so many of all, not of each group', () => {
    const groups = neighbourGroups(graph, at.out, 'target', '')
    const counts = (most: number) =>
      firstOf(groups, most).map(({ name, neighbours }) => [name, neighbours.length])
    expect(counts(3)).toEqual([
      ['cites', 2],
      ['needs', 1],
    ])
    expect(counts(2)).toEqual([['cites', 2]])
    expect(counts(9)).toEqual([
      ['cites', 2],
      ['needs', 2],
    ])
  })
})
