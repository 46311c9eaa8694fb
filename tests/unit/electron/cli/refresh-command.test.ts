import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GraphDiffFile } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { openWorkspaceFile, readWorkspaceFile } from '../../../../electron/services/workspace'
import { mappedFile } from './mapped-file'
import { runCommand } from './run-command'

let site: DemoSite
beforeEach(async () => {
  site = await createDemoSite({ pages: 700 })
})
afterEach(() => site.close())

const refresh = (args: readonly string[]) => {
  site.resetCalls()
  const given = { dataDir: tmpdir(), token: site.token }
  return runCommand(['refresh', ...args, '--email', site.email], given)
}
/** Without those by which a start of the program signs in. */
const asked = () => site.callLog().filter(({ path }) => !path.includes('user/current'))
const isOfBodies = ({ path }: { readonly path: string }) => path.includes('body-format=storage')
const spaces = () => [...site.world.spaces.keys()]
const pages = () =>
  [...site.world.content.values()].filter(
    ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
  )

describe('refresh', () => {
  it('takes two calls on a quiet site, and says the price first', async () => {
    const path = await mappedFile(site, spaces())
    const { code, out, err } = await refresh([path])
    expect([code, out]).toEqual([0, 'Nothing differs.\n'])
    expect(err.indexOf('About 2 calls')).toBe(0)
    expect(err).toContain('Refreshed in 2 calls.\nNo page has changed.')
    expect(err).toContain('found by Reconcile only')
    expect(asked().length).toBe(2)
    expect((await readWorkspaceFile(path)).snapshots).toEqual([])
  })

  it('takes few calls for three hundred changes', async () => {
    const path = await mappedFile(site, spaces())
    for (const { id } of pages().slice(0, 300)) site.change.edit(id)
    const { code, err } = await refresh([path])
    expect([code, err.includes('300 pages changed: 300 edited.')]).toEqual([0, true])
    // Two answers of pages, one of posts, two of bodies, and who wrote those.
    expect(asked().length).toBeLessThanOrEqual(7)
  })

  it('says what has changed as a comparison does, and keeps what was there before', async () => {
    const path = await mappedFile(site, spaces())
    const before = await readWorkspaceFile(path)
    const [first, second] = pages()
    site.change.rename(second?.id ?? '', 'A name of today')
    const added = site.change.add({ title: 'Written today', spaceKey: first?.spaceKey ?? '' })
    site.change.edit(first?.id ?? '', { link: added })
    const { code, out } = await refresh([path, '--format', 'json'])
    const diff = GraphDiffFile.parse(JSON.parse(out))
    expect(code).toBe(0)
    expect(diff.nodes.added.map(({ title }) => title)).toEqual(['Written today'])
    expect(diff.edges.added.map(({ source, target }) => [source, target])).toContainEqual([
      `content:${first?.id ?? ''}`,
      `content:${added}`,
    ])
    expect(diff.nodes.changed.map(({ is }) => is.title)).toEqual(['A name of today'])
    const { snapshots, places } = await readWorkspaceFile(path)
    expect(snapshots.map(({ nodes, edges }) => [nodes, edges])).toEqual([
      [before.batch.entities.length, before.batch.relations.length],
    ])
    expect(places).toEqual(before.places)
  })

  it('finds what is gone only when it reconciles', async () => {
    const path = await mappedFile(site, spaces())
    const gone = pages().at(20)?.id ?? ''
    const hidden = pages().at(30)?.id ?? ''
    site.change.trash(gone)
    site.change.restrict(hidden, true)
    expect((await refresh([path])).err).toContain('No page has changed.')
    const { code, err } = await refresh([path, '--reconcile'])
    expect([code, err.includes('1 now in the trash, 1 now deleted or hidden')]).toEqual([0, true])
    const { batch } = await readWorkspaceFile(path)
    const from = batch.relations.filter(({ source }) => source === `content:${hidden}`)
    expect(from).toEqual([])
    expect(batch.entities.find(({ id }) => id === `content:${hidden}`)?.status).toBe('missing')
  })

  it('leaves a file alone that is open elsewhere, and says what to do', async () => {
    const path = await mappedFile(site, spaces())
    const held = await openWorkspaceFile(path)
    const { code, err } = await refresh([path])
    held.close()
    expect([code, err]).toEqual([
      1,
      'The workspace “work” is open in another window or program.\nClose it there, or choose another workspace.\n',
    ])
  })

  it('keeps what came at the limit of calls, and asks for nothing twice when it goes on', async () => {
    const path = await mappedFile(site, spaces())
    for (const { id } of pages().slice(0, 300)) site.change.edit(id)
    const first = await refresh([path, '--max-calls', '4'])
    expect([first.code, first.err.includes('limit of calls')]).toEqual([3, true])
    expect(asked().filter(isOfBodies).length).toBe(1)
    const second = await refresh([path])
    expect([second.code, second.err.includes('300 pages changed: 300 edited.')]).toEqual([0, true])
    expect(asked().filter(isOfBodies).length).toBe(1)
    expect(asked().filter(({ path: one }) => one.includes('sort=')).length).toBe(0)
  })
})
