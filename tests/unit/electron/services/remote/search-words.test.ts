import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SearchPage } from '../../../../../electron/services/remote/answers'
import {
  contentIn,
  searchWords,
  withoutMarks,
} from '../../../../../electron/services/remote/search'

describe('words in a query', () => {
  it('match the start of the last word', () => {
    expect(searchWords('  release   plan ')).toBe('release plan*')
  })

  it('lose whatever could bend the query', () => {
    expect(searchWords('on-call "x" OR a\\ (b) ~c*')).toBe('on call x or a b c*')
    expect(searchWords('"?!')).toBe('')
  })

  it('never hold a quote, a backslash or an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = searchWords(text)
        expect(words.slice(0, -1)).not.toMatch(/["'\\+\-&|!(){}[\]^~*?:/]|\b(?:AND|OR|NOT)\b/)
        expect(words === '' || words.endsWith('*')).toBe(true)
      }),
    )
  })

  it('come out of a title without the marks of the search', () => {
    expect(withoutMarks('@@@hl@@@Release@@@endhl@@@ plan')).toBe('Release plan')
  })
})

describe('the title of a result', () => {
  const found = (title: string | null, resultTitle: string) =>
    contentIn(
      SearchPage.parse({
        results: [
          {
            title: resultTitle,
            content: { id: '1', type: 'page', title },
            resultGlobalContainer: { title: 'R&amp;D', displayUrl: '/spaces/RD' },
          },
        ],
      }).results[0] ?? {},
      'https://tern.example',
    )[0]

  it('is the one of the content, letter for letter', () => {
    expect(found('Use &amp; here', 'x')?.title).toBe('Use &amp; here')
  })

  it('is decoded once where the search alone has it, as its space is', () => {
    expect(found(null, '@@@hl@@@Q&amp;A@@@endhl@@@ of &amp;lt;br&amp;gt;')?.title).toBe(
      'Q&A of &lt;br&gt;',
    )
    expect(found('x', 'x')?.space?.name).toBe('R&D')
  })
})
