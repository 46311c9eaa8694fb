import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { type Entry, waiting } from '@shared/edit'
import { relationOf } from '@shared/graph'
import { createDemoSite } from '../../../../electron/demo-site'
import { createMemorySecrets } from '../../../../electron/services/credentials'
import { json, serve } from '../services/remote/serve'
import { testHost } from './fixtures'

const canary = 'canary-ATATT3x-token'
const signIn = (site: string, token = canary) => ({ site, email: ' me@example.com ', token })
const page = { results: [], start: 0, limit: 100, size: 0, _links: {} }
const query = (profile: string) => ({
  profile,
  relation: 'explains',
  source: { type: 'content', key: '1' } as const,
  targetType: 'content' as const,
})

/** A site that lets in the canary, and repeats every header in its errors. */
const site = () =>
  serve(({ url, headers }, response) => {
    const let_in =
      headers.authorization ===
      `Basic ${Buffer.from(`me@example.com:${canary}`).toString('base64')}`
    if (!let_in) json(response, { message: `refused ${headers.authorization ?? ''}` }, 403)
    else if (url.endsWith('/user/current')) json(response, { accountId: 'me-1', displayName: 'Me' })
    else if (url.includes('/broken/')) json(response, { message: 'It broke' }, 400)
    else json(response, page)
  })

describe('connections', () => {
  it('are kept with their token, used, remembered and removed', async () => {
    const { origin } = await site()
    const secrets = createMemorySecrets('for a test')
    const { host, dataDir } = await testHost({}, { secrets })
    const client = createRouterClient(host.router)
    expect(await client.credentials.test(signIn(origin))).toMatchObject({
      account: { key: 'me-1', name: 'Me' },
      site: origin,
    })
    expect((await client.credentials.list()).profiles).toEqual([])

    const profile = await client.credentials.add(signIn(`${origin}/wiki/spaces/KB`))
    expect(profile).toMatchObject({ kind: 'site', site: origin, email: 'me@example.com' })
    expect(profile).not.toHaveProperty('apiBase')
    expect(await secrets.get(profile.id)).toBe(canary)
    expect((await client.credentials.add(signIn(origin))).id).toBe(profile.id)
    expect(await client.remote.targets(query(profile.id))).toMatchObject({
      relations: [],
      calls: 1,
    })

    await client.credentials.remember({ profile: profile.id, relations: ['explains', 'owned-by'] })
    await client.credentials.remember({ profile: profile.id, relations: ['owned-by', 'new'] })
    expect((await client.credentials.list()).profiles[0]?.relations).toEqual([
      'owned-by',
      'new',
      'explains',
    ])

    const again = createRouterClient((await testHost({}, { secrets, dataDir })).host.router)
    expect(await again.remote.targets(query(profile.id))).toMatchObject({ calls: 1 })

    await client.credentials.remove({ profile: profile.id })
    expect((await client.credentials.list()).profiles).toEqual([])
    expect(await secrets.get(profile.id)).toBeNull()
    await expect(client.remote.targets(query(profile.id))).rejects.toMatchObject({
      code: 'FAILURE',
      data: { kind: 'unknown-profile' },
    })
  })

  it('ask for the token again where it is gone, and go on once it is there', async () => {
    const { origin } = await site()
    const first = await testHost()
    const { id } = await createRouterClient(first.host.router).credentials.add(signIn(origin))
    const { host } = await testHost({}, { dataDir: first.dataDir })
    const client = createRouterClient(host.router)
    await expect(client.remote.targets(query(id))).rejects.toMatchObject({
      data: { kind: 'secret-missing', site: new URL(origin).host },
    })
    await client.credentials.add(signIn(origin))
    expect(await client.remote.targets(query(id))).toMatchObject({ calls: 1 })
  })

  it('are not kept where the sign-in fails', async () => {
    const { origin } = await site()
    const { host } = await testHost()
    const client = createRouterClient(host.router)
    await expect(client.credentials.add(signIn(origin, 'wrong'))).rejects.toMatchObject({
      data: { kind: 'bad-credentials' },
    })
    await expect(client.credentials.add(signIn('https://wiki.example.com'))).rejects.toMatchObject({
      data: { kind: 'unconfirmed-host', host: 'wiki.example.com' },
    })
    expect((await client.credentials.list()).profiles).toEqual([])
  })
})

describe('a token', () => {
  it('is in no answer, failure, log line or file', async () => {
    const { origin } = await site()
    const { host, log, dataDir } = await testHost()
    const client = createRouterClient(host.router)
    const said: unknown[] = []
    const tell = async (work: Promise<unknown>) => {
      said.push(await work.catch((error: unknown) => ({ error, text: String(error) })))
    }
    await tell(client.credentials.test(signIn(origin)))
    const profile = await client.credentials.add(signIn(origin))
    said.push(profile)
    await tell(client.credentials.list())
    await tell(client.credentials.add(signIn(origin, `${canary}-wrong`)))
    await tell(client.credentials.add(signIn(`https://me:${canary}@example.atlassian.net`)))
    await tell(client.credentials.add({ ...signIn(origin), token: canary.repeat(1_000) }))
    await tell(client.remote.targets(query(profile.id)))
    await tell(client.remote.targets({ ...query(profile.id), relation: 'broken' }))
    await tell(client.remote.search({ profile: profile.id, text: 'plan' }))
    await tell(
      client.remote.create({ ...query(profile.id), target: { type: 'content', key: '2' } }),
    )
    const { info } = await client.workspace.open({ profile: profile.id })
    const at = { profile: profile.id, workspace: info.id }
    const relation = relationOf('made', 'content:1', 'content:2')
    const entry: Entry = {
      id: 'an-entry',
      at: new Date(0).toISOString(),
      session: 's',
      person: 'A person',
      kind: 'create',
      of: null,
      title: 'Created.',
      steps: [waiting({ kind: 'create', relation })],
      view: null,
    }
    await client.edit.begin({ ...at, entry })
    for await (const event of await client.edit.run({
      ...at,
      entry: entry.id,
      retry: false,
      force: false,
    })) {
      said.push(event)
    }
    expect(said.length).toBeGreaterThan(10)
    const { download } = await client.workspace.downloadBegin(at)
    await tell(client.workspace.downloadPart({ download, at: 0 }))
    const watched = await client.remote.watch({ profile: profile.id })
    said.push(await watched.next(), await watched.next())
    expect(JSON.stringify(said.at(-1))).toContain('/relation/broken/')

    const names = (await readdir(dataDir, { recursive: true, withFileTypes: true }))
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
    expect(names).toContain(join(dataDir, 'profiles.json'))
    expect(names.some((name) => name.endsWith('.relx'))).toBe(true)
    const files = await Promise.all(names.map((name) => readFile(name, 'latin1')))
    const everything = JSON.stringify([said, log, files])
    const encoded = Buffer.from(`me@example.com:${canary}`).toString('base64').slice(0, 40)
    expect(everything).not.toContain('ATATT3x')
    expect(everything).not.toContain(encoded)
  })
})

describe('the demo site', () => {
  it('starts once, when asked for, and is a site like any other', async () => {
    const started: string[] = []
    const { host } = await testHost({
      startDemo: async () => {
        const demo = await createDemoSite({ pages: 50 })
        started.push(demo.origin)
        return { ...demo, relations: demo.relationNames }
      },
    })
    const client = createRouterClient(host.router)
    expect((await client.credentials.list()).profiles).toEqual([])
    const [profile, same] = await Promise.all([
      client.credentials.demo(),
      client.credentials.demo(),
    ])
    expect(started).toEqual([profile.site])
    expect(same).toEqual(profile)
    expect(profile).toMatchObject({ id: 'demo', kind: 'demo' })
    expect(profile.relations.length).toBeGreaterThan(5)
    expect((await client.credentials.list()).profiles).toEqual([profile])
    expect(host.mayOpen(`${profile.site}/wiki/home`)).toBe(true)
    expect(await client.remote.resolve({ profile: 'demo', text: 'me' })).toMatchObject({
      id: `user:${profile.account.key}`,
    })
    await client.credentials.remember({ profile: 'demo', relations: ['mine'] })
    expect((await client.credentials.list()).profiles[0]?.relations[0]).toBe('mine')
    await client.credentials.remove({ profile: 'demo' })
    expect(host.mayOpen(`${profile.site}/wiki/home`)).toBe(false)
    expect((await client.credentials.demo()).kind).toBe('demo')
    expect(started).toHaveLength(2)
  })
})
