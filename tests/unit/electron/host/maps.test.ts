import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { MapEvent } from '@shared/map'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { type Proxy, startProxy } from '../../../proxy'
import { testHost } from './fixtures'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 400 })
})
afterAll(() => site.close())

async function opened({ origin }: Pick<DemoSite, 'origin'> = site) {
  const { host } = await testHost({
    startDemo: () =>
      Promise.resolve({
        ...{ ...site, origin },
        relations: site.relationNames,
        close: () => Promise.resolve(),
      }),
  })
  const client = createRouterClient(host.router)
  await client.credentials.demo()
  const { info } = await client.workspace.open({ profile: 'demo' })
  const at = { profile: 'demo', workspace: info.id }
  const spaces = [...site.world.spaces.keys()]
  const run = () =>
    client.map.run({ ...at, spaces, relations: ['link'], formerHosts: [], maxCalls: 1_000 })
  return { host, client, at, run }
}

async function rest(events: AsyncIterable<MapEvent>): Promise<MapEvent[]> {
  const told: MapEvent[] = []
  for await (const event of events) told.push(event)
  return told
}

describe('a map that runs', () => {
  it('begins no call while it is paused, and goes on where it was', async () => {
    const { client, at, run } = await opened()
    const events = await run()
    await events.next()
    await client.map.steer({ ...at, act: 'pause' })
    const all = rest(events)
    const watched = await client.remote.watch({ profile: 'demo' })
    for await (const event of watched) {
      if (event.kind === 'pace' && event.pace.inFlight === 0) break
    }
    const ended = await Promise.race([all.then(() => true), Promise.resolve(false)])
    expect(ended).toBe(false)
    await client.map.steer({ ...at, act: 'resume' })
    expect((await all).at(-1)).toMatchObject({ kind: 'done', summary: { state: 'complete' } })
  })

  it('begins no call while the machine sleeps, and loses nothing that broke of it', async () => {
    const proxy: Proxy = await startProxy(site.origin)
    onTestFinished(() => proxy.close())
    const { host, client, run } = await opened(proxy)
    let lists = 0
    proxy.set(({ url }) => {
      if (url.includes('/pages?') || url.includes('/blogposts?')) lists += 1
      if (lists <= 2) return null
      host.sleep()
      return 'reset'
    })
    const all = rest(await run())
    for await (const event of await client.remote.watch({ profile: 'demo' })) {
      if (event.kind === 'pace' && lists > 2 && event.pace.inFlight === 0) break
    }
    const before = proxy.seen.length
    proxy.clear()
    host.wake()
    const done = (await all).at(-1)
    expect(done).toMatchObject({ kind: 'done', summary: { state: 'complete', brokenOff: [] } })
    expect(proxy.seen.length).toBeGreaterThan(before)
  })

  it('leaves in the workspace what the pages name in vain', async () => {
    const { client, at, run } = await opened()
    const done = (await rest(await run())).at(-1)
    const open = done?.kind === 'done' ? done.summary.unresolved : []
    expect(open.length).toBeGreaterThan(0)
    expect((await client.workspace.open(at)).unresolved).toEqual(open)
  })

  it('ends when it is stopped, and says what came', async () => {
    const { client, at, run } = await opened()
    const events = await run()
    await events.next()
    await client.map.steer({ ...at, act: 'pause' })
    await client.map.steer({ ...at, act: 'stop' })
    expect((await rest(events)).at(-1)).toMatchObject({
      kind: 'done',
      summary: { state: 'stopped' },
    })
  })

  it('runs once in a workspace, and again when that has ended', async () => {
    const { client, at, run } = await opened()
    const events = await run()
    await events.next()
    await client.map.steer({ ...at, act: 'pause' })
    await expect((await run()).next()).rejects.toMatchObject({
      data: { kind: 'map-not-ready', why: 'running' },
    })
    await client.map.steer({ ...at, act: 'resume' })
    await rest(events)
    expect((await rest(await run())).at(-1)).toMatchObject({ kind: 'done' })
  })
})
