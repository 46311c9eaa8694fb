import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChangeLine, lineKey } from '@shared/edit'
import { firstKept, type Kept, keptChanging, WorkspaceChange } from '@shared/workspace'

const line = (relation: string): ChangeLine => ({
  action: 'create',
  relation,
  source: 'content:1',
  target: 'content:2',
})
const names = ['a', 'b', 'c', 'd', 'e']
const lines = fc.uniqueArray(fc.constantFrom(...names).map(line), { selector: lineKey })
const some = fc.uniqueArray(fc.constantFrom(...names))
const word = fc.record(
  {
    name: fc.constantFrom(...names),
    note: fc.constantFrom('', 'x', 'y'),
    colour: fc.constantFrom('#112233', '#445566'),
  },
  { requiredKeys: ['name'] },
)
const kept = fc
  .record({
    draft: lines,
    words: fc.uniqueArray(word, { selector: ({ name }) => name }),
    hidden: some,
    text: fc.constantFrom('', 'p', 'q'),
    height: fc.constantFrom(100, 200),
    calls: fc.nat(9),
    depth: fc.constantFrom(1, 2),
  })
  .map(({ draft, words, hidden, text, height, calls, depth }): Kept => {
    const { view, crawl } = firstKept
    return {
      draft,
      words,
      view: {
        ...view,
        hiddenRelations: hidden,
        filter: { ...view.filter, text, offSpaces: hidden },
        outline: { ...view.outline, height },
      },
      crawl: { ...crawl, calls, follow: { ...crawl.follow, depth, relations: hidden } },
    }
  })

const nothing = {}
const changeOf = (before: Kept, after: Kept) => keptChanging.between(before, after) ?? nothing

/** All is there and in the same order, where an order was not changed by hand. */
const sorted = ({ draft, words, view, crawl }: Kept) => ({
  draft: draft.map(lineKey).sort(),
  words: [...words].sort((a, b) => a.name.localeCompare(b.name)),
  view: {
    ...view,
    hiddenRelations: [...view.hiddenRelations].sort(),
    filter: { ...view.filter, offSpaces: [...view.filter.offSpaces].sort() },
  },
  crawl: { ...crawl, follow: { ...crawl.follow, relations: [...crawl.follow.relations].sort() } },
})

describe('what is kept, as it changes', () => {
  it('becomes what it was compared with, over the wire too', () => {
    fc.assert(
      fc.property(kept, kept, (before, after) => {
        const change = changeOf(before, after)
        const sent: unknown = JSON.parse(JSON.stringify({ kept: change }))
        const read = WorkspaceChange.parse(sent).kept ?? nothing
        expect(sorted(keptChanging.apply(before, read))).toEqual(sorted(after))
        expect(keptChanging.between(after, after)).toBeUndefined()
      }),
    )
  })

  it('keeps the order of what stays, and puts a line back where it was', () => {
    const before = { ...firstKept, draft: names.map(line) }
    const after = { ...firstKept, draft: ['a', 'd', 'e'].map(line) }
    expect(keptChanging.apply(after, changeOf(after, before)).draft).toEqual(before.draft)
    const third = { ...firstKept, draft: ['a', 'e', 'x'].map(line) }
    const order = keptChanging
      .apply(third, changeOf(after, before))
      .draft.map(({ relation }) => relation)
    expect(order).toEqual(['a', 'e', 'x', 'b', 'c'])
  })

  it('loses no change of one page to a change of another that is about something else', () => {
    const one = {
      ...firstKept,
      draft: [line('a')],
      words: [{ name: 'w', note: 'x' }],
      view: { ...firstKept.view, outline: { ...firstKept.view.outline, open: true } },
      crawl: { ...firstKept.crawl, calls: 3 },
    }
    const other = {
      ...firstKept,
      draft: [line('b')],
      words: [{ name: 'w', colour: '#112233' }],
      view: { ...firstKept.view, outline: { ...firstKept.view.outline, height: 400 } },
      crawl: { ...firstKept.crawl, calls: 4 },
    }
    const both = keptChanging.apply(
      keptChanging.apply(firstKept, changeOf(firstKept, one)),
      changeOf(firstKept, other),
    )
    expect(both.draft).toEqual([line('a'), line('b')])
    expect(both.words).toEqual([{ name: 'w', note: 'x', colour: '#112233' }])
    expect(both.view.outline).toMatchObject({ open: true, height: 400 })
    expect(both.crawl.calls).toBe(7)
  })

  it('takes the later of two changes of the same thing', () => {
    const to = (text: string): Kept => ({
      ...firstKept,
      view: { ...firstKept.view, filter: { ...firstKept.view.filter, text } },
    })
    const first = keptChanging.apply(firstKept, changeOf(firstKept, to('first')))
    expect(keptChanging.apply(first, changeOf(firstKept, to('later'))).view.filter.text).toBe(
      'later',
    )
  })
})
