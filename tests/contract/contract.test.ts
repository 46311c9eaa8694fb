import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { ORPCError, safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, Profile, RemoteEvent, type WireCall } from '@shared/contract'
import { type ChangeLine, type Entry, waiting } from '@shared/edit'
import {
  emptyGraph,
  type Entity,
  type EntityRef,
  type Graph,
  merge,
  nodeId,
  relationOf,
  toGraphFile,
} from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import type { HostOptions } from '../../electron/host'
import { testHost } from '../unit/electron/host/fixtures'
import { json, serve } from '../unit/electron/services/remote/serve'
import { type Client, type Transport, transports } from './transports'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
afterAll(() => site.close())

/** The host's demo is the site of this file, which outlives each host. */
const options: HostOptions = {
  startDemo: () =>
    Promise.resolve({ ...site, relations: site.relationNames, close: () => Promise.resolve() }),
}

const connect = async (transport: Transport) => {
  const { host, log } = await testHost(options)
  return { ...(await transport.connect(host)), host, log }
}

const pages = (): EntityRef[] =>
  [...site.world.content.values()]
    .filter(
      ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
    )
    .map(({ id }) => ({ type: 'content', key: id }))

/** Each method once, in the order in which a person would come by it. */
async function story(client: Client) {
  const [source, target] = pages()
  if (source === undefined || target === undefined) throw new Error('The demo site has no pages')
  const ends = { profile: 'demo', relation: 'zz-contract', source, target }
  const port = await freePort()
  const signIn = { site: site.origin, email: site.email, token: site.token }
  const first = {
    'shell.info': await client.shell.info(),
    'shell.menu': await shownFor(client),
    'shell.files': await leftFiles(client),
    'shell.progress': await client.shell.progress({
      ...{ part: 0.5, isRunning: true, isPaused: false },
    }),
    'shell.notify': await client.shell.notify({ title: 'A title', body: 'A body' }),
    'shell.keepSettings': await client.shell.keepSettings({ singleKeys: false }),
    'shell.takeLastSession': await client.shell.takeLastSession(),
    'shell.keepLastSession': await client.shell.keepLastSession({ open: null }),
    'credentials.list': await client.credentials.list(),
    'credentials.secretStore': await client.credentials.secretStore(),
    'credentials.test': await client.credentials.test(signIn),
    'credentials.add': await client.credentials.add(signIn),
  }
  const { token } = site
  const renewed = { profile: first['credentials.add'].id, token }
  const done = {
    ...first,
    'credentials.renew': await client.credentials.renew(renewed),
    'credentials.oauthStart': await client.credentials.oauthStart({
      site: site.origin,
      clientId: 'an-app',
      clientSecret: 'its-secret',
      write: false,
      port,
    }),
    'credentials.oauthFinish': await safe(client.credentials.oauthFinish({ attempt: 'unknown' })),
    'credentials.demo': await client.credentials.demo(),
    'remote.search': await client.remote.search({ profile: 'demo', text: 'release' }),
    'remote.familiar': await client.remote.familiar({ profile: 'demo' }),
    'remote.resolve': await client.remote.resolve({ profile: 'demo', text: nodeId(source) }),
    'remote.describe': await client.remote.describe({ profile: 'demo', refs: [source, target] }),
    'remote.create': await client.remote.create(ends),
    'remote.get': await client.remote.get({ ...ends, expand: ['relationData'] }),
    'remote.targets': await client.remote.targets({ ...ends, targetType: 'content' }),
    'remote.sources': await client.remote.sources({ ...ends, sourceType: 'content' }),
    'remote.delete': await client.remote.delete(ends),
    'credentials.remember': await client.credentials.remember({
      profile: 'demo',
      relations: ['zz-contract'],
    }),
    'credentials.setConcurrency': await client.credentials.setConcurrency({
      profile: 'demo',
      concurrency: 6,
    }),
    'remote.watch': await firstOf(client),
    'remote.check': (await all(await client.remote.check({ profile: 'demo' }))).at(-1)?.kind,
    'remote.cancelWaiting': await client.remote.cancelWaiting({ profile: 'demo' }),
    'vocabulary.change': await client.vocabulary.change({ profile: 'demo', change: {} }),
    'vocabulary.read': await client.vocabulary.read({ profile: 'demo' }),
    ...(await workStory(client, source, target)),
    'credentials.remove': await client.credentials.remove({ profile: 'demo' }),
  }
  return { done, source, target, port }
}

/** A workspace from its making to its end, with one relation made in it. */
async function workStory(client: Client, source: EntityRef, target: EntityRef) {
  const onProfile = { profile: 'demo' }
  const opened = await client.workspace.open(onProfile)
  const at = { ...onProfile, workspace: opened.info.id }
  const relation = relationOf('zz-journal', nodeId(source), nodeId(target))
  const graph = fileOf(emptyGraph)
  const entry: Entry = {
    id: 'an-entry',
    at: '2026-01-01T00:00:00.000Z',
    session: opened.session,
    person: 'A person',
    kind: 'create',
    of: null,
    title: 'Created.',
    steps: [waiting({ kind: 'create', relation })],
    view: null,
  }
  const line: ChangeLine = {
    action: 'create',
    relation: 'zz-journal',
    source: relation.source,
    target: relation.target,
  }
  const done = {
    'workspace.open': opened,
    'workspace.watch': await stopped(client, at),
    'workspace.save': await client.workspace.save({ ...at, change: {} }),
    'workspace.follow': await nextOf(
      await client.workspace.follow({ ...at, page: 'a-page', since: opened.version }),
    ),
    'edit.begin': await client.edit.begin({ ...at, entry }),
    'edit.run': await all(
      await client.edit.run({ ...at, entry: entry.id, retry: false, force: false }),
    ),
    'edit.stop': await client.edit.stop({ ...at, entry: entry.id }),
    'edit.resolve': await client.edit.resolve({ ...at, entry: entry.id }),
    'edit.check': await all(await client.edit.check({ ...onProfile, lines: [line] })),
    'map.spaces': await client.map.spaces(onProfile),
    'map.count': await client.map.count({ ...onProfile, spaces: ['ENG'] }),
    'map.run': await all(
      await client.map.run({
        ...{ ...at, spaces: ['ENG'], relations: ['link'], formerHosts: [], maxCalls: 100 },
      }),
    ),
    'map.kept': await client.map.kept(at),
    'map.goOn': await all(await client.map.goOn(at)),
    'map.refresh': await all(await client.map.refresh({ ...at, mode: 'quick' })),
    'map.checkTitles': await all(await client.map.checkTitles({ ...at, most: 3 })),
    'map.sentences': await client.map.sentences({
      ...{ ...at, page: source.key, kind: 'page', space: 'ENG' },
    }),
    'map.steer': await client.map.steer({ ...at, act: 'stop' }),
    'workspace.list': await client.workspace.list(onProfile),
    'workspace.copy': await client.workspace.copy({ ...at, name: 'A copy' }),
    ...(await downloaded(client, at)),
    'workspace.create': await client.workspace.create({ ...onProfile, name: 'Another' }),
  }
  await client.remote.delete({ profile: 'demo', relation: 'zz-journal', source, target })
  const kept = await client.workspace.keepSnapshot({ ...at, name: 'Then', graph })
  const snapshot = { ...at, snapshot: kept.id }
  const renamed = await client.workspace.rename({
    ...{ ...onProfile, workspace: done['workspace.create'].info.id, name: 'Another, (26 Nov)' },
  })
  const atAnother = { ...onProfile, workspace: renamed.id }
  const removed = await client.workspace.remove(atAnother)
  const trashed = { trashed: removed.id }
  return {
    ...done,
    'workspace.rename': renamed,
    'workspace.remove': removed,
    'workspace.trash': await client.workspace.trash(),
    'workspace.restore': await client.workspace.restore(trashed),
    'workspace.discard': await client.workspace.discard({ trashed: [trashed.trashed] }),
    ...(await uploaded(client, {
      name: done['workspace.downloadBegin'].name,
      data: done['workspace.downloadPart'],
    })),
    'workspace.rescue': await client.workspace.rescue({
      ...onProfile,
      workspace: done['workspace.copy'].id,
    }),
    'workspace.keepSnapshot': kept,
    'workspace.readSnapshot': await client.workspace.readSnapshot(snapshot),
    'workspace.removeSnapshot': await client.workspace.removeSnapshot(snapshot),
    'workspace.restoreSnapshot': await client.workspace.restoreSnapshot(snapshot),
    'workspace.discardSnapshot': await client.workspace.discardSnapshot(snapshot),
  }
}

async function downloaded(client: Client, at: { profile: string; workspace: string }) {
  const begun = await client.workspace.downloadBegin(at)
  const { download } = begun
  return {
    'workspace.downloadBegin': begun,
    'workspace.downloadPart': await client.workspace.downloadPart({ download, at: 0 }),
    'workspace.downloadDrop': await client.workspace.downloadDrop({ download }),
  }
}

async function uploaded(client: Client, { name, data }: { name: string; data: string }) {
  const begun = await client.workspace.uploadBegin()
  const other = await client.workspace.uploadBegin()
  return {
    'workspace.uploadBegin': begun,
    'workspace.uploadPart': await client.workspace.uploadPart({ ...begun, at: 0, data }),
    'workspace.uploadDrop': await client.workspace.uploadDrop(other),
    'workspace.upload': await client.workspace.upload({ profile: 'demo', name, ...begun }),
  }
}

const fileOf = (graph: Graph) =>
  toGraphFile(graph, {
    version: '1.2.3',
    site: site.origin,
    exportedAt: '2026-01-01T00:00:00.000Z',
    calls: 0,
    failures: [],
    completeness: [],
    stateOf: () => 'not-asked',
  })

/** Nothing happens to the file, so the stream tells nothing until it is stopped. */
async function stopped(client: Client, at: { profile: string; workspace: string }) {
  const stop = new AbortController()
  const moves = await client.workspace.watch(at, { signal: stop.signal })
  const end = moves.next().then(
    ({ done }) => done,
    () => true,
  )
  stop.abort()
  return end
}

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const told: T[] = []
  for await (const event of events) told.push(event)
  return told
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a TCP port has an address with one.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Puts acts into the menu and takes them away again. */
async function shownFor(client: Client): Promise<null> {
  const stop = new AbortController()
  const picks = await client.shell.menu({ acts: [] }, { signal: stop.signal })
  stop.abort()
  await picks.return()
  return null
}

/** Nobody opens a file, so nothing comes until it is stopped. */
async function leftFiles(client: Client): Promise<null> {
  const stop = new AbortController()
  const files = await client.shell.files(undefined, { signal: stop.signal })
  stop.abort()
  await files.return()
  return null
}

async function nextOf<T>(events: AsyncIterable<T>): Promise<T | undefined> {
  for await (const event of events) return event
  return undefined
}

async function firstOf(client: Client): Promise<RemoteEvent | undefined> {
  for await (const event of await client.remote.watch({ profile: 'demo' })) return event
  return undefined
}

const methods = Object.entries(contract).flatMap(([room, calls]) =>
  Object.keys(calls).map((call) => `${room}.${call}`),
)

describe.each(transports)('the contract over $name', (transport) => {
  it('takes a snapshot of more than 32 MB, which is one message', async () => {
    const { client } = await connect(transport)
    const { id: profile } = await client.credentials.demo()
    const { info } = await client.workspace.open({ profile })
    const title = 'A long title. '.repeat(60_000)
    const entities = Array.from({ length: 40 }, (_, at): Entity => {
      const key = String(at)
      return { id: `content:${key}`, type: 'content', key, title, status: 'current' }
    })
    const graph = fileOf(merge(emptyGraph, { entities, relations: [] }).graph)
    const at = { profile, workspace: info.id }
    const kept = await client.workspace.keepSnapshot({ ...at, name: 'Large', graph })
    expect(kept).toMatchObject({ nodes: 40 })
    const read = await client.workspace.readSnapshot({ ...at, snapshot: kept.id })
    expect(read.nodes.map(({ title: one }) => one.length)).toEqual(Array(40).fill(title.length))
  })

  it('carries every method there and back', async () => {
    const { client, log } = await connect(transport)
    const { done, source, target, port } = await story(client)
    expect(Object.keys(done).sort()).toEqual(methods.sort())
    expect(done['shell.info']).toEqual({
      shell: 'loopback',
      version: '1.2.3',
      firstStart: true,
      settings: { singleKeys: true, theme: 'system' },
    })
    expect(done['credentials.list']).toEqual({ profiles: [] })
    expect(done['credentials.secretStore']).toMatchObject({ kind: 'memory' })
    expect(done['credentials.test'].account.key).toBe(site.world.me.accountId)
    expect(Profile.parse(done['credentials.add'])).toEqual(done['credentials.add'])
    expect(done['credentials.renew']).toEqual(done['credentials.add'])
    expect(done['credentials.oauthStart'].redirectUri).toBe(`http://localhost:${port}/oauth`)
    expect(done['credentials.oauthFinish'].error).toMatchObject({ data: { kind: 'cancelled' } })
    expect(done['credentials.demo'].id).toBe('demo')
    expect(done['remote.search'].entities.length).toBeGreaterThan(0)
    expect(done['remote.familiar'].viewed.length).toBeGreaterThan(0)
    expect(done['remote.resolve'].id).toBe(nodeId(source))
    expect(done['remote.describe']).toMatchObject({ missing: [], failed: [], spelt: [] })
    const { relation } = done['remote.create']
    expect(relation).toMatchObject({ source: nodeId(source), target: nodeId(target) })
    expect(done['remote.get'].relation).toEqual(relation)
    expect(done['remote.targets'].relations).toEqual([relation])
    expect(done['remote.sources'].relations).toEqual([relation])
    expect(done['remote.delete'].calls).toBe(1)
    expect(done['credentials.remember']).toBeNull()
    expect(done['remote.watch']).toMatchObject({ kind: 'pace', pace: { concurrency: 6 } })
    expect(done['remote.cancelWaiting']).toBeNull()
    expect(done['vocabulary.change']).toBeNull()
    expect(done['workspace.follow']).toMatchObject({
      kind: 'present',
      present: { pages: ['a-page'], running: [] },
    })
    expect(done['workspace.open']).toMatchObject({ entries: [], readOnly: null })
    expect(done['edit.run'].map(({ step }) => step.state)).toEqual(['sent', 'confirmed'])
    expect(done['workspace.watch']).toBe(true)
    expect(done['edit.resolve'].map(({ step }) => step.state)).toEqual(['confirmed'])
    expect(done['edit.check']).toEqual([{ at: 0, verdict: 'there-already' }])
    expect(done['map.spaces'].spaces.map(({ key }) => key)).toContain('ENG')
    expect(done['map.count'].pages).toBeGreaterThan(20)
    expect(done['map.run'].at(-1)).toMatchObject({ kind: 'done' })
    expect(done['map.run'].some(({ kind }) => kind === 'batch')).toBe(true)
    expect(done['map.kept']).toMatchObject({ wanted: { spaces: ['ENG'] }, isRunning: false })
    expect(done['map.goOn'].at(-1)).toMatchObject({ kind: 'done' })
    expect(done['map.refresh'].at(-1)).toMatchObject({ summary: { refreshed: { changed: [] } } })
    expect(done['map.checkTitles'].at(-1)).toMatchObject({ summary: { sought: { titles: 3 } } })
    expect(done['map.sentences'].calls).toBe(1)
    expect(done['map.steer']).toBeNull()
    expect(done['workspace.list']).toHaveLength(1)
    expect(done['workspace.copy']).toMatchObject({ id: 'A copy', nodes: 2, edges: 1 })
    expect(done['workspace.uploadPart']).toBeGreaterThan(10_000)
    expect(done['workspace.uploadDrop']).toBeNull()
    expect(done['workspace.upload']).toMatchObject({ nodes: 2, edges: 1, closed: null })
    expect(done['workspace.create'].batch).toEqual({ entities: [], relations: [] })
    expect(done['workspace.readSnapshot'].stats.nodes).toBe(0)
    expect(done['workspace.trash']).toEqual([done['workspace.remove']])
    expect(done['workspace.restore']).toMatchObject({ id: 'Another, (26 Nov)', closed: null })
    expect(done['workspace.discard']).toBeNull()
    expect(done['workspace.removeSnapshot'].deletedAt).not.toBeNull()
    expect(done['workspace.restoreSnapshot'].deletedAt).toBeNull()
    expect(done['workspace.discardSnapshot']).toBeNull()
    expect(done['credentials.remove']).toBeNull()
    expect(log).toEqual([])
  })

  it('carries a failure as the value it is', async () => {
    const { client } = await connect(transport)
    await client.credentials.demo()
    const missing = await safe(client.remote.resolve({ profile: 'demo', text: 'content:1' }))
    expect(missing.isDefined && missing.error.code).toBe('FAILURE')
    expect(missing.isDefined && missing.error.data).toEqual({
      kind: 'not-found',
      what: 'content:1',
    })
    const unknown = await safe(client.remote.search({ profile: 'nobody', text: 'x' }))
    expect(unknown.isDefined && unknown.error.data).toEqual({ kind: 'unknown-profile' })
  })

  it('carries a failure that comes in the middle of a stream as the value it is', async () => {
    const { client, log } = await connect(transport)
    const server = createHttpServer((_request, response) => {
      json(response, { accountId: 'a1', displayName: 'Me' })
    })
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    })
    const origin = `http://127.0.0.1:${port}`
    const { id } = await client.credentials.add({ site: origin, email: 'a@b.example', token: 't' })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    const line: ChangeLine = {
      action: 'create',
      relation: 'depends-on',
      source: 'content:1',
      target: 'content:2',
    }
    const checks = client.edit.check({ profile: id, lines: [line] })
    const { error } = await safe(checks.then(all))
    expect(error).toMatchObject({ code: 'FAILURE', data: { kind: 'unreachable' } })
    expect(log).toEqual([])
  })

  it('refuses input outside the contract, and repeats none of it', async () => {
    const { client, log } = await connect(transport)
    const inputs: unknown[] = [
      undefined,
      { profile: 'demo', text: '' },
      { profile: 'demo', text: 7 },
      { profile: 'demo', text: 'canary'.repeat(200) },
      { text: 'canary' },
    ]
    for (const input of inputs) {
      // What a page that ignores the types could send.
      const { error } = await safe(client.remote.search(input as { profile: string; text: string }))
      expect(error).toMatchObject({ code: 'FAILURE', data: { kind: 'bug' } })
      expect(JSON.stringify(error)).not.toContain('canary')
    }
    expect(log).toHaveLength(inputs.length)
    expect(log.join()).not.toContain('canary')
  })

  it('knows no other method than its own', async ({ skip }) => {
    const { ask } = await connect(transport)
    if (ask === null) return skip('Without a wire the types alone say what there is.')
    const paths = [
      ['remote', 'toString'],
      ['remote', 'constructor'],
      ['remote', 'fetch'],
      ['credentials', 'token'],
      ['__proto__', 'polluted'],
      ['remote', '__proto__', 'x'],
      ['remote'],
      [],
    ]
    for (const path of paths) {
      const error: unknown = await ask(path).catch((reason: unknown) => reason)
      expect(error, path.join('.')).toBeInstanceOf(ORPCError)
      expect(error).toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('ends the call to the site when the page gives up', async () => {
    const { client } = await connect(transport)
    let hanging = false
    let ended = false
    const { origin } = await serve(({ url }, response) => {
      if (url.endsWith('/user/current')) {
        json(response, { accountId: 'a1', displayName: 'Me' })
        return
      }
      hanging = true
      response.on('close', () => (ended = true))
    })
    const { id } = await client.credentials.add({ site: origin, email: 'a@b.example', token: 't' })
    const stop = new AbortController()
    const query = {
      relation: 'r',
      source: { type: 'content', key: '1' },
      targetType: 'content',
    } as const
    const call = safe(client.remote.targets({ profile: id, ...query }, { signal: stop.signal }))
    await expect.poll(() => hanging).toBe(true)
    stop.abort()
    expect((await call).isSuccess).toBe(false)
    await expect.poll(() => ended).toBe(true)
  })

  it('shows the pace and the calls as they happen, until the page has seen enough', async () => {
    const { client, host } = await connect(transport)
    await client.credentials.demo()
    const stop = new AbortController()
    const events = await client.remote.watch({ profile: 'demo' }, { signal: stop.signal })
    const next = async () => RemoteEvent.parse((await events.next()).value)
    expect(await next()).toMatchObject({ kind: 'pace', pace: { state: 'free' } })
    expect(await next()).toMatchObject({ kind: 'calls', calls: [{ id: 1, outcome: 'ok' }] })
    const [ref] = pages()
    if (ref === undefined) throw new Error('The demo site has no pages')
    await client.remote.targets({
      profile: 'demo',
      relation: 'zz-watched',
      source: ref,
      targetType: 'content',
    })
    const seen: WireCall[] = []
    while (!seen.some(({ url }) => url.includes('zz-watched'))) {
      const event = await next()
      if (event.kind === 'calls') seen.push(...event.calls)
    }
    const last = events.next().then(
      ({ done }) => done,
      () => true,
    )
    stop.abort()
    expect(await last).toBe(true)
    // The connection is as good as before.
    expect((await client.shell.info()).version).toBe('1.2.3')
    const again = await client.remote.watch({ profile: 'demo' })
    expect((await again.next()).done).toBe(false)
    expect((await again.next()).done).toBe(false)
    const end = again.next()
    await host.close()
    expect((await end).done).toBe(true)
  })

  it('answers many calls at once, each with its own answer', async () => {
    const { client } = await connect(transport)
    await client.credentials.demo()
    const refs = pages().slice(0, 20)
    const answers = await Promise.all(
      refs.map((ref) => client.remote.resolve({ profile: 'demo', text: nodeId(ref) })),
    )
    expect(answers.map(({ id }) => id)).toEqual(refs.map(nodeId))
  })
})
