import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireCall } from '@shared/contract'
import { asCurl } from '../../../../../src/features/remote/curl'

const call: WireCall = {
  id: 1,
  at: '2026-11-24T10:00:00.000Z',
  method: 'GET',
  url: 'https://example.atlassian.net/wiki/rest/api/relation/link/from/content/1/to/content?start=0',
  status: 200,
  outcome: 'ok',
  ms: 12,
  attempt: 1,
}
const person = { signIn: 'token', email: 'anna@example.org' } as const

/** The words that a shell makes of a line. */
const words = (line: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${line.replace(/^curl /, '')}`], {
    env: { CONFLUENCE_TOKEN: 'the-token' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1)

describe('a call as a line for a shell', () => {
  it('asks the same, and leaves the token to the shell', () => {
    const line = asCurl(call, person)
    expect(line).not.toContain('the-token')
    expect(words(line)).toEqual([
      '-u',
      'anna@example.org:the-token',
      '-H',
      'Accept: application/json',
      call.url,
    ])
  })

  it('writes with the header that Confluence wants on writes', () => {
    expect(words(asCurl({ ...call, method: 'PUT' }, person))).toContain(
      'X-Atlassian-Token: no-check',
    )
  })

  it('carries a bearer token where the sign-in is by OAuth', () => {
    expect(words(asCurl(call, { signIn: 'oauth', email: '' }))).toContain(
      'Authorization: Bearer the-token',
    )
  })

  it('lets nothing out of its quotes, whatever is in the address, the body or the email', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0'))
    const safe = text.map((one) => one.replace(/\p{Surrogate}/gu, '-'))
    fc.assert(
      fc.property(safe, safe, safe, (url, body, email) => {
        const line = asCurl({ ...call, method: 'POST', url, body }, { signIn: 'token', email })
        const got = words(line)
        expect(got.at(-1)).toBe(url)
        expect(got).toContain(body)
        expect(got).toContain(`${email}:the-token`)
      }),
      { numRuns: 40 },
    )
  })
})
