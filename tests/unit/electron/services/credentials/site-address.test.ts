import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSite } from '../../../../../electron/services/credentials'

const originOf = (text: string) => {
  const parsed = parseSite(text)
  return parsed.ok ? parsed.origin : parsed.failure
}

describe('what a person types for a site', () => {
  it('is a name, a host or any address on the site', () => {
    for (const text of [
      'example',
      ' Example ',
      'example.atlassian.net',
      'https://EXAMPLE.atlassian.net/wiki/spaces/KB/pages/1?x=y#z',
      'example.atlassian.net/wiki',
      'http://example.atlassian.net',
      '<https://example.atlassian.net:443/>',
    ]) {
      expect(originOf(text)).toBe('https://example.atlassian.net')
    }
  })

  it('may be plain http on this machine alone', () => {
    expect(originOf('http://127.0.0.1:8080/wiki')).toBe('http://127.0.0.1:8080')
    expect(originOf('localhost:8080')).toBe('http://localhost:8080')
    expect(originOf('http://[::1]:9000')).toBe('http://[::1]:9000')
    expect(originOf('http://example.com')).toMatchObject({ kind: 'refused-address' })
  })

  it('is refused with a reason where it is no Cloud site', () => {
    const reasons = {
      'https://wiki.example.com/confluence/display/KB/Title': /Data Center or Server/,
      'https://wiki.example.com/pages/viewpage.action?pageId=1': /Data Center or Server/,
      'https://api.atlassian.com': /belongs to Atlassian itself/,
      'https://me:secret@example.atlassian.net': /user name or password/,
      'https://example.atlassian.net:8443': /no port/,
      'ftp://example.atlassian.net': /no(t a)? web address/,
      'https://example.atlassian.net.evil.example': /no address of Confluence Cloud/,
      'https://a.b.atlassian.net': /no address of Confluence Cloud/,
    }
    for (const [text, reason] of Object.entries(reasons)) {
      expect(originOf(text)).toMatchObject({
        kind: 'refused-address',
        reason: expect.stringMatching(reason) as string,
      })
    }
  })

  it('waits for the person to confirm a host of their own, and takes that one alone', () => {
    const parse = (text: string, confirmed?: string) => {
      const site = parseSite(text, confirmed)
      return site.ok ? site.origin : site.failure
    }
    expect(parse('wiki.example.com')).toEqual({
      kind: 'unconfirmed-host',
      host: 'wiki.example.com',
    })
    expect(parse('wiki.example.com', 'wiki.example.com')).toBe('https://wiki.example.com')
    expect(parse('other.example.com', 'wiki.example.com')).toMatchObject({
      kind: 'unconfirmed-host',
    })
    expect(parse('http://wiki.example.com', 'wiki.example.com')).toMatchObject({
      kind: 'refused-address',
    })
  })

  it('is not understood where it is no address', () => {
    for (const text of ['', ' ', 'https://', 'two words', '///']) {
      expect(originOf(text)).toMatchObject({ kind: 'not-understood' })
    }
  })

  it('never leads a token to another host, whatever is typed', () => {
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}.atlassian.net${b}`),
    )
    fc.assert(
      fc.property(address, (text) => {
        const parsed = parseSite(text)
        if (!parsed.ok) return
        expect(parsed.origin).toMatch(
          /^(https:\/\/[a-z0-9-]+\.atlassian\.net|https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)$/,
        )
      }),
    )
  })
})
