import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { RemoteEvent } from '@shared/contract'
import { json, serve } from '../services/remote/serve'
import { testHost } from './fixtures'

const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }
const lacking = { code: 401, message: 'Unauthorized; scope does not match' }
const ends = (profile: string) => ({
  profile,
  relation: 'explains',
  source: { type: 'content', key: '1' } as const,
  target: { type: 'content', key: '2' } as const,
})
const query = (profile: string) => ({ ...ends(profile), targetType: 'content' as const })

/** A host with a profile on a site whose writes are refused until `grown`. */
async function connected() {
  const scopes = { write: false }
  const { origin, seen } = await serve(({ method, url }, response) => {
    if (url.endsWith('/user/current')) json(response, { accountId: 'me-1', displayName: 'Me' })
    else if (method === 'GET') json(response, empty)
    else if (scopes.write) response.writeHead(204).end()
    else json(response, lacking, 401)
  })
  const { host } = await testHost()
  const client = createRouterClient(host.router)
  const signIn = { site: origin, email: 'a@b.example', token: 't' }
  const { id } = await client.credentials.add(signIn)
  const profile = async () => (await client.credentials.list()).profiles[0]
  return { host, client, signIn, id, seen, scopes, profile }
}

describe('a token that can only read', () => {
  it('is known after the first edit, and no further edit is sent', async () => {
    const { client, id, seen, profile } = await connected()
    await expect(client.remote.create(ends(id))).rejects.toMatchObject({
      data: { kind: 'missing-scope' },
    })
    expect((await profile())?.access).toBe('read-only')
    const before = seen.length
    for (const edit of [client.remote.create(ends(id)), client.remote.delete(ends(id))]) {
      await expect(edit).rejects.toMatchObject({
        data: {
          kind: 'read-only',
          scopes: ['write:relation:confluence', 'write:confluence-content'],
        },
      })
    }
    expect(seen).toHaveLength(before)
    expect(await client.remote.targets(query(id))).toMatchObject({ calls: 1 })
  })

  it('is forgotten once it is replaced', async () => {
    const { client, id, signIn, scopes, profile } = await connected()
    await client.remote.delete(ends(id)).catch(() => null)
    expect((await profile())?.access).toBe('read-only')
    scopes.write = true
    expect((await client.credentials.add(signIn)).id).toBe(id)
    expect((await profile())?.access).toBe('read-write')
    expect(await client.remote.delete(ends(id))).toEqual({ calls: 1 })
  })
})

describe('the pace of a profile', () => {
  it('is chosen, kept, and seen by who watches', async () => {
    const { host, client, id, profile } = await connected()
    await client.credentials.setConcurrency({ profile: id, concurrency: 7 })
    expect((await profile())?.concurrency).toBe(7)
    const events: RemoteEvent[] = []
    for await (const event of await client.remote.watch({ profile: id })) {
      events.push(event)
      if (events.length === 1) void client.remote.targets(query(id))
      if (event.kind === 'calls') break
    }
    expect(events[0]).toMatchObject({ kind: 'pace', pace: { concurrency: 7 } })
    expect(events.at(-1)).toMatchObject({ calls: [{ method: 'GET', status: 200, outcome: 'ok' }] })
    await host.close()
  })

  it('is nobody’s where the profile is not known', async () => {
    const { client } = await connected()
    const unknown = { data: { kind: 'unknown-profile' } }
    const profile = 'nobody'
    await expect(client.remote.watch({ profile })).rejects.toMatchObject(unknown)
    await expect(client.remote.cancelWaiting({ profile })).rejects.toMatchObject(unknown)
    await expect(
      client.credentials.setConcurrency({ profile, concurrency: 2 }),
    ).rejects.toMatchObject(unknown)
  })

  it('ends for a page that watches when the host closes', async () => {
    const { host, client, id } = await connected()
    const events = await client.remote.watch({ profile: id })
    expect((await events.next()).done).toBe(false)
    const last = events.next()
    await host.close()
    expect((await last).done).toBe(true)
  })
})
