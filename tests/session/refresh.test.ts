import { expect, it } from 'vitest'
import type { DemoSite } from '../../electron/demo-site'
import type { Session } from '../../src/session'
import { newFolder, startSession, startSite } from './start-session'

async function mapSpaces({ map }: Session, spaces: string[]): Promise<void> {
  await map.start({ ...map.store.getState().chosen, spaces }, null)
  await ended(map)
}

/** What the map, or the refresh of it, has come to. */
async function ended(map: Session['map']) {
  const { run } = map.store.getState()
  if (run.kind !== 'ended') throw new Error(`The map is ${run.kind}`)
  // What the workspace keeps of it is looked at last.
  await expect.poll(() => map.store.getState().kept?.isRunning).toBe(false)
  return run.summary
}

/** Without those that ask who is signed in. */
const asked = (site: DemoSite) =>
  site.callLog().filter(({ path }) => !path.includes('user/current')).length

const pagesOf = (site: DemoSite, space: string) =>
  [...site.world.content.values()].filter(
    ({ kind, status, restricted, spaceKey }) =>
      kind === 'page' && status === 'current' && !restricted && spaceKey === space,
  )

it('a quiet site costs two calls and changes nothing', async () => {
  const site = await startSite()
  const { session, said } = await startSession(site)
  await mapSpaces(session, ['ENG', 'OPS'])
  const before = session.graph.store.getState().graph
  site.resetCalls()
  await session.map.refresh('quick')
  expect((await ended(session.map)).refreshed).toMatchObject({ changed: [], gone: [] })
  expect(asked(site)).toBe(2)
  expect(said()).toContain('No page has changed.')
  expect(session.workspace.store.getState().snapshots).toEqual([])
  expect(session.comparison.store.getState().compared).toBeNull()
  const after = session.graph.store.getState().graph
  expect([...after.edges.keys()]).toEqual([...before.edges.keys()])
})

it('what has changed is drawn, compared with a snapshot of before, and what is gone is found by Reconcile', async () => {
  const site = await startSite()
  const { session, said } = await startSession(site)
  await mapSpaces(session, ['ENG', 'OPS'])
  const [renamed, ...others] = pagesOf(site, 'ENG')
  // Pages below one that goes are moved up, and change so.
  const trashed = others.find(({ id }) => others.every(({ parentId }) => parentId !== id))
  const [linking] = pagesOf(site, 'OPS')
  if (renamed === undefined || trashed === undefined || linking === undefined) throw new Error()
  site.change.rename(renamed.id, 'A name of today')
  const added = site.change.add({ title: 'Written today', spaceKey: 'OPS' })
  site.change.edit(linking.id, { link: added })
  site.change.trash(trashed.id)

  await session.map.refresh('quick')
  await ended(session.map)
  await expect.poll(() => session.comparison.store.getState().compared).not.toBeNull()
  const { graph } = session.graph.store.getState()
  expect(graph.nodes.get(`content:${renamed.id}`)?.title).toBe('A name of today')
  const link = [...graph.edges.values()].find(
    ({ source, target }) => source === `content:${linking.id}` && target === `content:${added}`,
  )
  expect(link).toMatchObject({ relation: 'link', origin: 'pages' })
  const [snapshot] = session.workspace.store.getState().snapshots
  expect(snapshot?.name).toMatch(/^Before the refresh of /)
  const diff = session.comparison.store.getState().compared?.diff
  expect(diff?.nodes.added.map(({ title }) => title)).toEqual(['Written today'])
  expect(session.view.store.getState().compared).not.toBeNull()
  expect(said()).toContain('3 pages changed: 1 new, 2 edited, 1 renamed.')

  await session.map.refresh('reconcile')
  const { refreshed } = await ended(session.map)
  expect(refreshed?.gone).toEqual([{ node: `content:${trashed.id}`, why: 'trashed' }])
})

it('one that was stopped goes on, and is compared with what was there before its first run', async () => {
  const site = await startSite()
  const folder = await newFolder()
  const first = await startSession(site, { folder })
  await mapSpaces(first.session, ['ENG', 'OPS'])
  const pages = pagesOf(site, 'ENG')
  for (const { id } of pages.slice(0, 30)) site.change.edit(id)
  const [one] = pages
  if (one === undefined) throw new Error()
  const added = site.change.add({ title: 'Written today', spaceKey: 'ENG' })
  site.change.edit(one.id, { link: added })
  // It is stopped once the first of its calls has been answered.
  const stop = first.session.map.store.subscribe(({ run }) => {
    if (run.kind !== 'active' || run.progress.calls === 0) return
    stop()
    first.session.map.stop()
  })
  await first.session.map.refresh('reconcile')
  const { state } = await ended(first.session.map)
  await first.quit()

  const again = await startSession(site, { folder })
  const kept = await again.session.map.look()
  if (state === 'stopped') {
    expect(kept?.refreshing?.mode).toBe('reconcile')
    await again.session.map.goOn()
    await ended(again.session.map)
  }
  const { graph } = again.session.graph.store.getState()
  expect(
    [...graph.edges.values()].some(
      ({ source, target }) => source === `content:${one.id}` && target === `content:${added}`,
    ),
  ).toBe(true)
  const kinds = again.session.workspace.store.getState().snapshots.map(({ name }) => name)
  expect(kinds.filter((name) => name.startsWith('Before the refresh of '))).toHaveLength(1)
})
