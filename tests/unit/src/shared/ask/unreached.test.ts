import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTies, answerTo, idOf, listedIn, madeBy, type Tie, wikiOf } from './small-wiki'

const unreached = (ties: readonly Tie[]) => listedIn(answerTo(wikiOf(ties), { kind: 'unreached' }))

describe('what does nobody reach?', () => {
  it('lists pages without a link, apart from those that are only linked from such pages', () => {
    expect(
      unreached([
        [1, 'link', 2],
        [3, 'link', 4],
        [5, 'link', 5],
      ]),
    ).toEqual({ alone: [idOf(3), idOf(5)], apart: [idOf(4)] })
  })

  it('counts neither a homepage, nor what is included, nor what a list of children shows', () => {
    expect(
      unreached([
        [1, 'includes', 2],
        [1, 'lists-children-of', 3],
        [4, 'child-of', 3],
        [5, 'child-of', 4],
      ]),
    ).toEqual({ alone: [idOf(3)], 'perhaps-listed': [idOf(5)] })
  })

  it('looks at current pages of mapped spaces only', () => {
    const graph = wikiOf([[1, 'link', 2]], {
      3: { status: 'archived' },
      4: { space: { key: 'OPS', name: 'Operations' } },
      5: { subtype: 'whiteboard' },
    })
    expect(answerTo(graph, { kind: 'unreached' }).found).toBe(0)
  })

  it('does not answer where no page was read', () => {
    const answer = answerTo(madeBy([[1, 'link', 2]]), { kind: 'unreached' })
    expect([answer.isAnswered, answer.found]).toEqual([false, 0])
    expect(answer.notes[0]?.next).toMatch(/Map a space/)
  })

  it('says for which space it cannot tell what is reached', () => {
    const graph = wikiOf([[2, 'link', 3]], { 2: { space: { key: 'OPS', name: 'O' } } })
    expect(answerTo(graph, { kind: 'unreached' }).notes.map(({ sentence }) => sentence)).toContain(
      'The homepage is not known of OPS, so what cannot be reached from it is not listed.',
    )
  })

  it('finds in any wiki what a naive reading finds', () => {
    fc.assert(
      fc.property(anyTies(), (ties) => {
        const pages = new Set(ties.flatMap(([from, , to]) => [from, to]))
        const parent = new Map(
          ties.flatMap(([from, name, to]) => (name === 'child-of' ? [[from, to]] : [])),
        )
        const leads = (to: number) =>
          ties.some(
            ([from, name, end]) =>
              from !== to &&
              ((name === 'link' && end === to) ||
                (name === 'includes' && end === to) ||
                (name === 'lists-children-of' && parent.get(to) === end)),
          )
        const alone = [...pages].filter((page) => page !== 1 && !leads(page))
        const reached = pages.has(1) ? naivelyReached(ties) : new Set()
        const apart = [...pages].filter((page) => page !== 1 && leads(page) && !reached.has(page))
        const found = unreached(ties)
        expect(new Set([...(found['alone'] ?? []), ...(found['perhaps-listed'] ?? [])])).toEqual(
          new Set(alone.map(idOf)),
        )
        // Without its homepage a space tells nothing of what is reached from it.
        expect(new Set(found['apart'] ?? [])).toEqual(new Set(pages.has(1) ? apart.map(idOf) : []))
      }),
    )
  })
})

/** Again and again over all until nothing comes: reached, and shown below a list. */
function naivelyReached(ties: readonly Tie[]): Set<number> {
  const [reached, shown] = [new Set([1]), new Set<number>()]
  for (let before = -1; before !== reached.size + shown.size;) {
    before = reached.size + shown.size
    for (const [from, name, to] of ties) {
      const isFollowed = name === 'link' || name === 'includes'
      if (reached.has(from) && isFollowed) reached.add(to)
      if (reached.has(from) && name === 'lists-children-of') shown.add(to)
      if (name === 'child-of' && shown.has(to)) {
        reached.add(from)
        shown.add(from)
      }
    }
  }
  return reached
}
