import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 40 })
})
afterAll(() => site.close())

const me = '/wiki/rest/api/user/current'
const gateway = (path: string) => `/ex/confluence/${site.cloudId}${path}`
const basic = (token: string) => `Basic ${Buffer.from(`${site.email}:${token}`).toString('base64')}`
const get = (path: string, authorization: string, method = 'GET') =>
  fetch(site.origin + path, {
    method,
    redirect: 'manual',
    headers: { authorization, 'x-atlassian-token': 'no-check', 'user-agent': 'tests' },
  })
const link = () => {
  const [id] = [...site.world.content.keys()]
  return `/wiki/rest/api/relation/link/from/content/${id ?? ''}/to/content`
}

describe('the gateway', () => {
  it('takes tokens with scopes, which the site itself refuses with 401', async () => {
    const token = site.issueToken(['read:confluence-user', 'read:confluence-content.summary'])
    expect((await get(me, basic(token))).status).toBe(401)
    expect((await get(gateway(me), basic(token))).status).toBe(200)
    expect((await get(gateway(link()), basic(token))).status).toBe(200)
  })

  it('refuses the classic token, and a cloud id that is not its own', async () => {
    expect((await get(gateway(me), basic(site.token))).status).toBe(401)
    const token = site.issueToken(['read:confluence-user'])
    expect((await get(`/ex/confluence/other${me}`, basic(token))).status).toBe(404)
  })

  it('names a missing scope in the body and in a header', async () => {
    const token = site.issueToken(['read:confluence-user'])
    const answer = await get(gateway(link()), basic(token))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('x-failure-category')).toBe('FAILURE_CLIENT_SCOPE_CHECK')
    expect(await answer.json()).toEqual({
      code: 401,
      message: 'Unauthorized; scope does not match',
    })
  })

  it('takes either the classic scope or all of the granular ones', async () => {
    const granular = ['read:relation:confluence', 'read:content-details:confluence']
    expect((await get(gateway(link()), basic(site.issueToken(granular)))).status).toBe(200)
    const half = site.issueToken(granular.slice(0, 1))
    expect((await get(gateway(link()), basic(half))).status).toBe(401)
  })

  it('names the site in its links, as the real one does', async () => {
    const token = site.issueToken(['read:confluence-content.summary'])
    const text = await (await get(gateway(link()), basic(token))).text()
    expect(text).not.toContain('/ex/confluence')
  })
})

const Granted = z.object({ access_token: z.string(), refresh_token: z.string().optional() })
const redirectUri = 'http://localhost:43110/oauth'
const post = (body: object) =>
  fetch(`${site.origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const app = () => ({ client_id: site.oauthClient.id, client_secret: site.oauthClient.secret })

function consentQuery(more: Record<string, string> = {}): string {
  const wanted = {
    audience: 'api.atlassian.com',
    client_id: site.oauthClient.id,
    scope: 'read:confluence-user offline_access',
    redirect_uri: redirectUri,
    state: 'abc',
    response_type: 'code',
    prompt: 'consent',
    ...more,
  }
  return new URLSearchParams(wanted).toString()
}

async function codeFrom(word: string, more = {}): Promise<URLSearchParams> {
  const answer = await fetch(`${site.origin}/authorize/${word}?${consentQuery(more)}`, {
    redirect: 'manual',
  })
  expect(answer.status).toBe(302)
  return new URL(answer.headers.get('location') ?? '').searchParams
}

async function granted(more = {}) {
  const code = (await codeFrom('accept', more)).get('code') ?? ''
  const body = { grant_type: 'authorization_code', ...app(), code, redirect_uri: redirectUri }
  return { code, ...Granted.parse(await (await post(body)).json()) }
}

describe('the sign-in for apps', () => {
  it('asks the person, naming the scopes', async () => {
    const page = await (await fetch(`${site.origin}/authorize?${consentQuery()}`)).text()
    expect(page).toContain('read:confluence-user')
    expect(page).toContain('Accept')
  })

  it.each([
    { client_id: 'other' },
    { redirect_uri: 'https://evil.example/oauth' },
    { audience: 'x' },
    { state: '' },
    { scope: '' },
    { response_type: 'token' },
  ])('refuses %j', async (more) => {
    const answer = await fetch(`${site.origin}/authorize?${consentQuery(more)}`)
    expect(answer.status).toBe(400)
  })

  it('gives the state back, with a code or with a refusal', async () => {
    expect((await codeFrom('cancel')).get('error')).toBe('access_denied')
    const query = await codeFrom('accept')
    expect(query.get('state')).toBe('abc')
    expect(query.get('code')).toMatch(/^[0-9a-f]{24}$/)
  })

  it('gives tokens for a code once, and only with the secret', async () => {
    const { code, access_token: token } = await granted()
    const bearer = `Bearer ${token}`
    expect((await get(gateway(me), bearer)).status).toBe(200)
    expect((await get(me, bearer)).status).toBe(403)
    const again = { grant_type: 'authorization_code', ...app(), code, redirect_uri: redirectUri }
    expect((await post(again)).status).toBe(403)
    expect((await post({ ...again, client_secret: 'wrong' })).status).toBe(401)
  })

  it('rotates refresh tokens: the old one is dead', async () => {
    const { refresh_token: first } = await granted()
    const body = { grant_type: 'refresh_token', ...app(), refresh_token: first }
    const next = Granted.parse(await (await post(body)).json())
    expect(next.refresh_token).not.toBe(first)
    const dead = await post(body)
    expect([dead.status, await dead.json()]).toEqual([
      403,
      { error: 'unauthorized_client', error_description: 'refresh_token is invalid' },
    ])
  })

  it('gives no refresh token where offline access was not asked for', async () => {
    expect((await granted({ scope: 'read:confluence-user' })).refresh_token).toBeUndefined()
  })

  it('lists the site, and ends access when it is told to', async () => {
    const { access_token: token } = await granted()
    const bearer = `Bearer ${token}`
    const sites = await get('/oauth/token/accessible-resources', bearer)
    expect(await sites.json()).toMatchObject([{ id: site.cloudId, url: site.origin }])
    site.expireAccessTokens()
    expect((await get(gateway(me), bearer)).status).toBe(401)
  })
})
