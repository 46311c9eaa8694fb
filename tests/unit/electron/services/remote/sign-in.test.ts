import { describe, expect, it } from 'vitest'
import { createLimiter, signIn } from '../../../../../electron/services/remote'
import { json, quickPace, serve } from './serve'

const me = { type: 'known', accountId: 'me-1', displayName: 'Me' }
const cloudId = '11223344-a1b2-3b33-c444-def123456789'
const options = (siteOrigin: string, gateway: string | null) => ({
  siteOrigin,
  gateway,
  email: 'me@example.com',
  token: 'token-1',
  version: '1',
  limiter: createLimiter(quickPace),
})

describe('a sign-in', () => {
  it('is tried at the site first, and only there where that works', async () => {
    const gateway = await serve((_, response) => json(response, me))
    const { origin, seen } = await serve((_, response) => json(response, me))
    expect(await signIn(options(origin, gateway.origin))).toEqual({
      account: { key: 'me-1', name: 'Me' },
      apiBase: origin,
      kind: 'token',
      access: 'read-write',
    })
    expect(seen[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('me@example.com:token-1').toString('base64')}`,
    )
    expect(gateway.seen).toEqual([])
  })

  it('goes to the gateway with a token that the site refuses', async () => {
    const gateway = await serve((_, response) => json(response, me))
    const { origin, seen } = await serve(({ url }, response) =>
      url === '/_edge/tenant_info' ? json(response, { cloudId }) : json(response, {}, 401),
    )
    expect((await signIn(options(origin, gateway.origin))).apiBase).toBe(
      `${gateway.origin}/ex/confluence/${cloudId}`,
    )
    expect(gateway.seen[0]?.url).toBe(`/ex/confluence/${cloudId}/wiki/rest/api/user/current`)
    expect(seen[1]?.headers.authorization).toBeUndefined()
  })

  it('is refused after one try at each', async () => {
    const gateway = await serve((_, response) => json(response, {}, 401))
    const { origin, seen } = await serve(({ url }, response) =>
      url === '/_edge/tenant_info' ? json(response, { cloudId }) : json(response, {}, 403),
    )
    await expect(signIn(options(origin, gateway.origin))).rejects.toMatchObject({
      failure: { kind: 'bad-credentials', site: new URL(origin).host },
    })
    expect([seen.length, gateway.seen.length]).toEqual([2, 1])
  })

  it('does not send the token to a gateway path that a server made up', async () => {
    const gateway = await serve((_, response) => json(response, me))
    const { origin } = await serve(({ url }, response) =>
      url === '/_edge/tenant_info'
        ? json(response, { cloudId: '../../x' })
        : json(response, {}, 401),
    )
    await expect(signIn(options(origin, gateway.origin))).rejects.toMatchObject({
      failure: { kind: 'bad-credentials' },
    })
    expect(gateway.seen).toEqual([])
  })

  it('says so where there is no Confluence', async () => {
    const { origin } = await serve((_, response) => response.writeHead(404).end('<html>No</html>'))
    await expect(signIn(options(origin, null))).rejects.toMatchObject({
      failure: {
        kind: 'refused-address',
        reason: `There is no Confluence at ${new URL(origin).host}.`,
      },
    })
  })
})
