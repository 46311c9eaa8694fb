import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerSentence, answerText, type Change, questionWords } from '@shared/ask'
import { anyTies, answerTo, idOf, listedIn, madeBy, type Tie, whyIn, wikiOf } from './small-wiki'

const change = (ties: readonly Tie[], page: number) =>
  answerTo(wikiOf(ties, {}, [page]), { kind: 'change', page: idOf(page) })

describe('what if I change this page?', () => {
  it('lists what links to it, includes it through others, lists it, uses its files, stands below', () => {
    const answer = change(
      [
        [2, 'link', 1],
        [3, 'includes', 1],
        [4, 'includes', 3],
        [5, 'includes', 2],
        [6, 'lists-children-of', 1],
        [7, 'lists-children-of', 8],
        [1, 'child-of', 8],
        [9, 'uses-file-of', 1],
        [10, 'child-of', 1],
      ],
      1,
    )
    expect(listedIn(answer)).toEqual({
      links: [idOf(2)],
      includes: [idOf(3), idOf(4)],
      'links-shown': [idOf(5)],
      lists: [idOf(6)],
      listed: [idOf(7)],
      files: [idOf(9)],
      children: [idOf(10)],
    })
    expect(whyIn(answer, 'includes')).toEqual(['', 'includes “Page 3”, which shows it'])
    expect(answer.found).toBe(8)
  })

  it('says what a rename, a move and a deletion do, and that this is what is there at least', () => {
    const answer = change([[2, 'link', 1]], 1)
    const text = answerText(answer, () => 'Page 1')
    expect(text).toContain('What if I change this page? “Page 1”')
    expect(text).toContain('Deletion: these links lead nowhere.')
    expect(text).toContain('Only pages of DOC were read, so this is what is there at least')
  })

  it('tells of one change what that does, and what it leaves as it is beside the answer', () => {
    const graph = wikiOf([
      [2, 'link', 1],
      [3, 'includes', 1],
      [4, 'child-of', 1],
    ])
    const by = (change: Change) => {
      const answer = answerTo(graph, { kind: 'change', page: idOf(1), by: change })
      const notices = answer.groups.flatMap(({ kind, isFinding }) => (isFinding ? [kind] : []))
      return { notices, sentence: answerSentence(answer), words: questionWords(answer) }
    }
    expect(by('rename')).toEqual({
      notices: ['links'],
      sentence: 'At least 1 page would notice.',
      words: 'What if I rename this page?',
    })
    expect(by('move').notices).toEqual(['children'])
    expect(by('delete').notices).toEqual(['links', 'includes', 'children'])
    const renamed = answerTo(graph, { kind: 'change', page: idOf(1), by: 'rename' })
    expect(Object.keys(listedIn(renamed))).toEqual(['links', 'includes', 'children'])
    expect(answerText(renamed)).toContain('Nothing changes there')
  })

  it('takes names of markup for what they are only where they were read from a page', () => {
    const graph = madeBy([
      [2, 'includes', 1],
      [3, 'link', 1],
    ])
    const answer = answerTo(graph, { kind: 'change', page: idOf(1) })
    expect(listedIn(answer)).toEqual({ links: [idOf(3)] })
  })

  it('does not answer about a page that is not there', () => {
    const { isAnswered, notes, found } = answerTo(wikiOf([]), { kind: 'change', page: idOf(5) })
    expect([isAnswered, found, notes[0]?.sentence]).toEqual([
      false,
      0,
      'That page is not in this graph.',
    ])
  })

  it('finds by any wiki what a naive closure over includes finds', () => {
    fc.assert(
      fc.property(anyTies(), fc.integer({ min: 1, max: 9 }), (ties, page) => {
        const shows = new Set([page])
        for (let before = -1; before !== shows.size;) {
          before = shows.size
          for (const [from, name, to] of ties)
            if (name === 'includes' && shows.has(to)) shows.add(from)
        }
        shows.delete(page)
        const found = listedIn(change(ties, page))
        expect(new Set(found['includes'] ?? [])).toEqual(new Set([...shows].map(idOf)))
        const links = ties.flatMap(([from, name, to]) =>
          name === 'link' && to === page && from !== page ? [idOf(from)] : [],
        )
        expect(new Set(found['links'] ?? [])).toEqual(new Set(links))
      }),
    )
  })
})
