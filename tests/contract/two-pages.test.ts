import { describe, expect, it, onTestFinished } from 'vitest'
import { Entry, waiting } from '@shared/edit'
import { relationOf } from '@shared/graph'
import type { WorkspaceEvent, WorkspaceState } from '@shared/workspace'
import { testHost } from '../unit/electron/host/fixtures'
import { json, missing, serve } from '../unit/electron/services/remote/serve'
import { type Client, transports } from './transports'

const relation = relationOf('blocks', 'content:1', 'content:2')

/** A site that holds one relation, and answers its deletion when it is let. */
async function slowSite() {
  let isThere = true
  let letGo: (() => void) | null = null
  let deletions = 0
  const { origin } = await serve(({ method, url }, response) => {
    if (url.endsWith('/user/current')) json(response, { accountId: 'a1', displayName: 'Me' })
    else if (method === 'DELETE') {
      deletions += 1
      letGo = () => {
        isThere = false
        response.writeHead(204).end()
      }
    } else if (isThere) json(response, { name: 'blocks', _links: {}, _expandable: {} })
    else missing(response)
  })
  return {
    origin,
    deletions: () => deletions,
    isHeld: () => letGo !== null,
    answer: () => letGo?.(),
  }
}

const deletion = (session: string) =>
  Entry.parse({
    ...{ id: 'e', at: '2026-01-01T00:00:00.000Z', session, page: 'first', person: 'A' },
    ...{ kind: 'delete', of: null, title: 'Deleted.', view: null },
    steps: [waiting({ kind: 'delete', relation })],
  })

/** What a page hears, gathered as it comes. */
async function listen(client: Client, at: { profile: string; workspace: string }, since: number) {
  const heard: WorkspaceEvent[] = []
  const stop = new AbortController()
  const events = await client.workspace.follow(
    { ...at, page: `page since ${since}`, since },
    { signal: stop.signal },
  )
  const over = (async () => {
    try {
      for await (const event of events) heard.push(event)
    } catch {
      // It was stopped.
    }
  })()
  onTestFinished(async () => {
    stop.abort()
    await over
  })
  return heard
}

const stepsIn = (heard: readonly WorkspaceEvent[]) =>
  heard.flatMap((event) =>
    event.kind === 'update' ? (event.update.steps ?? []).map(({ step }) => step.state) : [],
  )
const stepsOf = ({ entries }: WorkspaceState) =>
  entries.flatMap(({ steps }) => steps.map(({ state }) => state))

describe.each(transports)('two pages over $name', (transport) => {
  it('leave a deletion that is under way to the page that sent it, and both follow it', async () => {
    const { host } = await testHost()
    const site = await slowSite()
    const [first, second] = [await transport.connect(host), await transport.connect(host)]
    const signIn = { site: site.origin, email: 'a@b.example', token: 't' }
    const { id: profile } = await first.client.credentials.add(signIn)
    const opened = await first.client.workspace.open({ profile })
    const at = { profile, workspace: opened.info.id }
    await first.client.edit.begin({ ...at, page: 'first', entry: deletion(opened.session) })
    const wanted = { ...at, entry: 'e', force: false }
    const run = await first.client.edit.run({ ...wanted, page: 'first', retry: false })
    const states: string[] = []
    const over = (async () => {
      for await (const { step } of run) states.push(step.state)
    })()
    await expect.poll(site.isHeld).toBe(true)

    // The second page opens: it reads back what an earlier start left, and finds nothing of it.
    const found = await second.client.workspace.open(at)
    expect([stepsOf(found), found.present.running]).toEqual([['sent'], ['e']])
    const heard = await listen(second.client, at, found.version)
    expect(await second.client.edit.resolve(at)).toEqual([])
    for await (const event of await second.client.edit.run({ ...wanted, retry: true })) {
      throw new Error(`It was taken up: ${event.step.state}`)
    }
    expect(stepsOf(await second.client.workspace.open(at))).toEqual(['sent'])

    site.answer()
    await over
    await expect.poll(() => stepsIn(heard)).toEqual(['confirmed'])
    await expect
      .poll(() => heard.at(-1))
      .toEqual({ kind: 'present', present: { pages: [expect.any(String)], running: [] } })
    expect([states, site.deletions()]).toEqual([['sent', 'confirmed'], 1])
    expect(stepsOf(await second.client.workspace.open(at))).toEqual(['confirmed'])
  })

  it('hear what the other wrote since the version that they have, in its order', async () => {
    const { host } = await testHost()
    const site = await slowSite()
    const [first, second] = [await transport.connect(host), await transport.connect(host)]
    const signIn = { site: site.origin, email: 'a@b.example', token: 't' }
    const { id: profile } = await first.client.credentials.add(signIn)
    const { info, version } = await first.client.workspace.open({ profile })
    const at = { profile, workspace: info.id }
    const filter = (text: string) => ({ kept: { view: { filter: { text: { to: text } } } } })
    const save = (n: number) => ({
      ...{ ...at, change: filter(`text ${n}`) },
      by: { page: 'first', n },
    })
    for (let n = 1; n <= 3; n += 1) await first.client.workspace.save(save(n))
    // Sent once more, as where an answer was lost: it is written once.
    await first.client.workspace.save(save(2))
    const heard = await listen(second.client, at, version + 1)
    const texts = () =>
      heard.flatMap((event) =>
        event.kind === 'update' ? [event.update.kept?.view?.filter?.text?.to] : [],
      )
    await expect.poll(texts).toEqual(['text 2', 'text 3'])
    for (let n = 4; n <= 80; n += 1) await first.client.workspace.save(save(n))
    await expect.poll(() => texts().at(-1)).toBe('text 80')
    const late = await listen(second.client, at, version)
    await expect
      .poll(() => late.find(({ kind }) => kind === 'anew'))
      .toMatchObject({ version: version + 80, state: { view: { filter: { text: 'text 80' } } } })
  })
})
