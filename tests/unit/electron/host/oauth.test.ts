import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { createHost, type Host } from '../../../../electron/host'
import { createMemorySecrets } from '../../../../electron/services/credentials'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP, so its address has a port.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function start() {
  const site = await createDemoSite({ pages: 40 })
  const dataDir = await mkdtemp(join(tmpdir(), 'oauth-'))
  const lines: string[] = []
  const secrets = createMemorySecrets('A test keeps nothing.')
  const host = await createHost({
    shell: 'loopback',
    version: '1',
    dataDir,
    secrets,
    log: (line) => lines.push(line),
  })
  onTestFinished(async () => {
    await host.close()
    await site.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { site, host, dataDir, lines, secrets }
}

const given = (site: DemoSite, port: number, write: boolean) => ({
  site: site.origin,
  clientId: site.oauthClient.id,
  clientSecret: site.oauthClient.secret,
  write,
  port,
})

/** What a person does in the browser. */
async function answer(authorizeUrl: string, word: 'accept' | 'cancel') {
  const url = new URL(authorizeUrl)
  url.pathname = `/authorize/${word}`
  return fetch(url)
}

async function signIn(host: Host, site: DemoSite, write = true) {
  const { credentials } = host.router
  const begun = await call(credentials.oauthStart, given(site, await freePort(), write))
  expect(host.mayOpen(begun.authorizeUrl)).toBe(true)
  const profile = call(credentials.oauthFinish, { attempt: begun.attempt })
  await answer(begun.authorizeUrl, 'accept')
  const made = await profile
  expect(host.mayOpen(begun.authorizeUrl)).toBe(false)
  return made
}

const findLinks = (host: Host, site: DemoSite, profile: string) => {
  const [key = ''] = [...site.world.content.keys()]
  const source = { type: 'content', key } as const
  return call(host.router.remote.targets, {
    profile,
    relation: 'link',
    source,
    targetType: 'content',
  })
}

describe('a sign-in with an app of one’s own', () => {
  it('makes a profile that reads through the gateway', async () => {
    const { host, site } = await start()
    const profile = await signIn(host, site)
    expect(profile).toMatchObject({ signIn: 'oauth', access: 'read-write', email: '' })
    site.resetCalls()
    await findLinks(host, site, profile.id)
    expect(site.callLog()[0]?.path).toContain(`/ex/confluence/${site.cloudId}/wiki`)
  })

  it('is read-only where the scopes to write were not asked for', async () => {
    const { host, site } = await start()
    const profile = await signIn(host, site, false)
    expect(profile.access).toBe('read-only')
    const [one = '', other = ''] = [...site.world.content.keys()]
    const ends = {
      profile: profile.id,
      relation: 'explains',
      source: { type: 'content' as const, key: one },
      target: { type: 'content' as const, key: other },
    }
    site.resetCalls()
    await expect(call(host.router.remote.create, ends)).rejects.toMatchObject({
      data: { kind: 'read-only' },
    })
    expect(site.callLog()).toEqual([])
  })

  it('renews an access token that has ended, once for many calls, and keeps the new one first', async () => {
    const { host, site, secrets } = await start()
    const profile = await signIn(host, site)
    const before = await secrets.get(profile.id)
    site.expireAccessTokens()
    site.resetCalls()
    await Promise.all([1, 2, 3, 4].map(() => findLinks(host, site, profile.id)))
    const renewals = site.callLog().filter(({ path }) => path === '/oauth/token')
    expect(renewals).toHaveLength(1)
    expect(await secrets.get(profile.id)).not.toBe(before)
  })

  it('says so where the sign-in was withdrawn', async () => {
    const { host, site } = await start()
    const profile = await signIn(host, site)
    site.expireAccessTokens()
    site.revokeRefreshTokens()
    await expect(findLinks(host, site, profile.id)).rejects.toMatchObject({
      data: { kind: 'sign-in-expired' },
    })
  })

  it('ends where the person refuses, and where the secret is wrong', async () => {
    const { host, site } = await start()
    const { credentials } = host.router
    const begun = await call(credentials.oauthStart, given(site, await freePort(), true))
    const refused = expect(
      call(credentials.oauthFinish, { attempt: begun.attempt }),
    ).rejects.toMatchObject({ data: { kind: 'consent-denied' } })
    await answer(begun.authorizeUrl, 'cancel')
    await refused
    const wrong = { ...given(site, await freePort(), true), clientSecret: 'wrong' }
    const second = await call(credentials.oauthStart, wrong)
    const failed = expect(
      call(credentials.oauthFinish, { attempt: second.attempt }),
    ).rejects.toMatchObject({
      data: { kind: 'app-refused' },
    })
    await answer(second.authorizeUrl, 'accept')
    await failed
    expect((await call(credentials.list, undefined)).profiles).toEqual([])
  })

  it('leaves no secret in files, answers or logs', async () => {
    const { host, site, dataDir, lines, secrets } = await start()
    const profile = await signIn(host, site)
    const kept = (await secrets.get(profile.id)) ?? ''
    const words = [...kept.matchAll(/"(?:[a-zA-Z]+Token|clientSecret)":"([^"]+)"/g)]
    expect(words).toHaveLength(3)
    const listed = await call(host.router.credentials.list, undefined)
    const file = await readFile(join(dataDir, 'profiles.json'), 'utf8')
    const seen = JSON.stringify([profile, listed, file, lines])
    for (const [, secret = ''] of words) expect(seen).not.toContain(secret)
  })
})

describe('a token with scopes', () => {
  const add = async (scopes: readonly string[]) => {
    const started = await start()
    const { site, host } = started
    const token = site.issueToken(scopes)
    const signIn = { site: site.origin, email: site.email, token }
    return { ...started, added: call(host.router.credentials.add, signIn) }
  }
  const reading = [
    'read:confluence-user',
    'read:confluence-content.summary',
    'search:confluence',
  ] as const

  it('is found out, and used at the gateway', async () => {
    const { added, host, site } = await add([...reading, 'write:confluence-content'])
    const profile = await added
    expect(profile).toMatchObject({ signIn: 'scoped-token', access: 'read-write' })
    expect((await findLinks(host, site, profile.id)).relations).toBeDefined()
  })

  it('makes the profile read-only where it cannot write', async () => {
    const { added } = await add(reading)
    expect(await added).toMatchObject({ signIn: 'scoped-token', access: 'read-only' })
  })

  it('is refused with the name of the scope that it lacks for reading', async () => {
    const { added } = await add(['read:confluence-user'])
    await expect(added).rejects.toMatchObject({
      data: {
        kind: 'missing-scope',
        scopes: expect.arrayContaining(['read:relation:confluence']) as string[],
      },
    })
  })

  it('can be replaced by one that may write', async () => {
    const { added, host, site } = await add(reading)
    const first = await added
    const token = site.issueToken([...reading, 'write:confluence-content'])
    const signIn = { site: site.origin, email: site.email, token }
    const second = await call(host.router.credentials.add, signIn)
    expect([second.id, second.access]).toEqual([first.id, 'read-write'])
  })
})
