import { describe, expect, it } from 'vitest'
import { inOrder, rankOf } from '../../../../src/commands/palette-rank'

describe('the rank of a title', () => {
  const better = (one: string, other: string, typed: string) => {
    const [a, b] = [rankOf(one, typed), rankOf(other, typed)]
    return a !== null && b !== null && a < b
  }

  it('is null where a word is lacking', () => {
    expect(rankOf('Tidy', 'export')).toBeNull()
    expect(rankOf('Export…', 'export tidy')).toBeNull()
  })

  it('is best for the whole title, then for its beginning', () => {
    expect(better('Tidy', 'Tidy up', 'tidy')).toBe(true)
    expect(better('Export…', 'Open Export', 'exp')).toBe(true)
  })

  it('is better for beginnings of words than for their insides', () => {
    expect(better('Layout: Grid', 'Playouts of outgrids', 'layout grid')).toBe(true)
    expect(better('Ingest pipeline', 'Reingesting', 'ingest')).toBe(true)
  })

  it('is without regard to case and accents', () => {
    expect(rankOf('Résumé', 'resume')).toBe(0)
  })

  it('takes all where nothing is typed', () => {
    expect(rankOf('Anything', '  ')).toBe(0)
  })
})

describe('the order of a list', () => {
  const of = (title: string, ...items: [number, string][]) => ({
    title,
    items: items.map(([rank, item]) => ({ rank, item })),
  })

  it('has the group of the best first, and the best first in it', () => {
    expect(inOrder([of('a', [3, 'a3'], [2, 'a2']), of('b', [1, 'b1'], [4, 'b4'])])).toEqual([
      'b1',
      'b4',
      'a2',
      'a3',
    ])
  })

  it('leaves what is as good where it was, and empty groups out', () => {
    expect(inOrder([of('a', [1, 'x']), of('none'), of('b', [1, 'y'], [1, 'z'])])).toEqual([
      'x',
      'y',
      'z',
    ])
  })
})
