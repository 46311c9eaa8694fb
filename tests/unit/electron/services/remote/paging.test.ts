import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStart } from '../../../../../electron/services/remote/paging'
import { retryAfterSeconds } from '../../../../../electron/services/remote/retry-after'

const full = { start: 0, count: 25, limit: 25, next: undefined }

describe('where the next page starts', () => {
  it('is what the server says, in each shape of address', () => {
    for (const next of [
      '/rest/api/relation/x?next=true&limit=25&start=25',
      '/wiki/rest/api/relation/x?start=25&cursor=a%26b',
      'https://gateway.invalid/ex/confluence/1/wiki/rest/api/x?limit=25&start=25#top',
    ]) {
      expect(nextStart({ ...full, next })).toBe(25)
    }
  })

  it('follows from the count where the server names a next page without a start', () => {
    expect(nextStart({ ...full, next: '/rest/api/x?cursor=abc' })).toBe(25)
  })

  it('is nowhere after a short page without a next one', () => {
    expect(nextStart({ ...full, count: 24 })).toBeNull()
  })

  it('is tried after a full page without a next one, as some servers leave it out', () => {
    expect(nextStart(full)).toBe(25)
  })

  it('is nowhere after an empty page', () => {
    expect(nextStart({ ...full, count: 0, next: '/x?start=50' })).toBeNull()
  })

  it('follows from the count where the named start does not advance, until a short page', () => {
    for (const next of ['/x?start=25', '/x?start=0']) {
      expect(nextStart({ ...full, start: 25, next })).toBe(50)
      expect(nextStart({ ...full, start: 25, count: 24, next })).toBeNull()
    }
  })

  it('always advances, whatever the server sends', () => {
    fc.assert(
      fc.property(
        fc.record({
          start: fc.nat(),
          count: fc.nat(300),
          limit: fc.integer(),
          next: fc.option(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), {
            nil: undefined,
          }),
        }),
        (page) => {
          const next = nextStart(page)
          expect(next === null || (next > page.start && Number.isSafeInteger(next))).toBe(true)
        },
      ),
    )
  })
})

describe('a Retry-After header', () => {
  const now = Date.parse('2026-11-24T10:00:00Z')

  it('is read as seconds or as a date', () => {
    expect(retryAfterSeconds('7', now)).toBe(7)
    expect(retryAfterSeconds('Tue, 24 Nov 2026 10:00:30 GMT', now)).toBe(30)
    expect(retryAfterSeconds('Tue, 24 Nov 2026 09:00:00 GMT', now)).toBe(0)
  })

  it('is nothing where it is absent or nonsense', () => {
    for (const header of [null, '', 'soon', '-5', '1.5', '1e9']) {
      expect(retryAfterSeconds(header, now)).toBeNull()
    }
  })
})
