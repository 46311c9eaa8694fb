import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import { basicAuthorization } from '../../../../../electron/services/remote'
import { secretsIn, withoutSecrets } from '../../../../../electron/services/remote/scrub'
import { clientFor, content, serve } from './serve'

const email = 'ann@example.com'
const token = 'ATATT3xFfGF0-canary/of+no=worth'
const authorization = basicAuthorization(email, token)
const encoded = authorization.slice('Basic '.length)
const ways = [
  authorization,
  encoded,
  encoded.replace(/=+$/, ''),
  token,
  `${email}:${token}`,
  encodeURIComponent(token),
  Buffer.from(token).toString('base64'),
]

/** Nothing of the token is left, in any of the ways in which it can be written. */
const expectClean = (text: string) => {
  for (const way of ways) expect(text).not.toContain(way)
}

describe('what we sent', () => {
  it('is taken out of a text wherever and however it stands there', () => {
    for (const way of ways) {
      const clean = withoutSecrets(
        `{"message":"got ${way}, again ${way}"}`,
        secretsIn(authorization),
      )
      expectClean(clean)
      expect(clean).toContain('again [removed]')
    }
    expectClean(withoutSecrets('Bearer abcdefgh1234', secretsIn('Bearer abcdefgh1234')))
    expect(withoutSecrets('Bearer abcdefgh1234', secretsIn('Bearer abcdefgh1234'))).toBe(
      '[removed]',
    )
  })

  it('leaves every other text as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!ways.some((way) => text.includes(way)))
        expect(withoutSecrets(text, secretsIn(authorization))).toBe(text)
        expect(withoutSecrets(text, secretsIn(''))).toBe(text)
      }),
    )
  })

  it.each(ways)('is in no failure, no answer and no call that is told: %s', async (way) => {
    const calls: unknown[] = []
    const { origin } = await serve(({ url }, response) => {
      const status = url.includes('/search') ? 400 : 200
      response.writeHead(status, { 'content-type': 'application/json', 'ratelimit-reason': way })
      response.end(
        JSON.stringify({
          message: `You sent ${way}`,
          results: [{ id: '7', title: `Echo ${way}`, status: 'current' }],
        }),
      )
    })
    const onAttempt = (attempted: unknown) => calls.push(attempted)
    const client = clientFor(origin, { authorization, onAttempt, log: (line) => calls.push(line) })
    const told: unknown = await client.describe([content('7')])
    const refused: unknown = await client.search('x').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FailureError)
    const failure = refused instanceof FailureError ? refused.failure : null
    expectClean(JSON.stringify([told, failure, calls]))
    expect(JSON.stringify(told)).toContain('Echo [removed]')
  })
})
