import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchWords, withoutMarks } from '../../../../../electron/services/remote/search'

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
