import { describe, expect, it } from 'vitest'
import { type NodeId, refOf, relationOf } from '@shared/graph'
import { bare } from './heard'
import { lastAct, madeAt, pagesOf } from './pages'
import { crawlFrom, startSession, startSite } from './start-session'

/** Two drawn pages, and a relation that is not between them yet. */
async function twoPages() {
  const site = await startSite()
  const opened = await startSession(site)
  const { session } = opened
  await crawlFrom(session, 'Ingest pipeline', { depth: 1 })
  const drawn = session.graph.store.getState().graph
  const [source, target] = pagesOf(site, 200).filter((id) => drawn.nodes.has(id))
  if (source === undefined || target === undefined) throw new Error('There are no two pages')
  const relation = relationOf('joined-by', source, target)
  const has = (id = relation.id) => session.graph.store.getState().graph.edges.has(id)
  const words = ({ relation: name, source: from, target: to }: typeof relation) =>
    `“${session.graph.titleOf(from)}” ${name} “${session.graph.titleOf(to)}”`
  return { ...opened, site, relation, has, words }
}

describe('a relation', () => {
  it('is created, renamed, flipped and deleted, each said, and each undone', async () => {
    const { site, session, relation, has, words, said } = await twoPages()
    const { acts } = session
    await acts.createRelations([relation], null)
    expect(said().at(-1)).toBe(`Created: ${words(relation)}.`)
    expect([has(), madeAt(site, 'joined-by')]).toEqual([true, 1])

    await acts.retype([relation], 'bound-to')
    const renamed = relationOf('bound-to', relation.source, relation.target)
    expect(said().at(-1)).toBe(`Renamed ${words(relation)} to “bound-to”.`)
    expect([has(), has(renamed.id)]).toEqual([false, true])
    expect([madeAt(site, 'joined-by'), madeAt(site, 'bound-to')]).toEqual([0, 1])

    await acts.flipRelation(renamed)
    const flipped = relationOf('bound-to', relation.target, relation.source)
    expect(said().at(-1)).toBe(`Flipped: it is ${words(flipped)} now.`)
    expect([has(renamed.id), has(flipped.id)]).toEqual([false, true])

    await acts.deleteRelations([flipped])
    expect(said().at(-1)).toBe(`Deleted: ${words(flipped)}.`)
    expect([has(flipped.id), madeAt(site, 'bound-to')]).toEqual([false, 0])

    for (let times = 0; times < 4; times += 1) await acts.undo()
    expect([has(), has(renamed.id), has(flipped.id)]).toEqual([false, false, false])
    expect([madeAt(site, 'joined-by'), madeAt(site, 'bound-to')]).toEqual([0, 0])
    expect(lastAct(session).title).toMatch(/^Undone: Created /)
    await acts.undo()
    expect(said().at(-1)).toBe('There is nothing to undo.')
    await acts.redo()
    expect([has(), madeAt(site, 'joined-by')]).toEqual([true, 1])
  })

  it('that is there already, or may not be made by hand, is refused with a reason', async () => {
    const { site, session, relation, said } = await twoPages()
    const { acts } = session
    await acts.createRelations([relation], null)
    await acts.createRelations([relation], null)
    expect(said().at(-1)).toBe(
      'Not created. There is already a “joined-by” relation between these two, in this direction.',
    )
    const calls = site.callLog().length
    await acts.createRelations([relationOf('link', relation.source, relation.target)], null)
    expect(said().at(-1)).toMatch(/^Not created\. /)
    expect(site.callLog()).toHaveLength(calls)
  })

  it('that somebody else has deleted is not deleted again, and theirs is not undone', async () => {
    const { site, session, relation, said } = await twoPages()
    const { acts } = session
    await acts.createRelations([relation], null)
    const ends = { source: refOf(relation.source), target: refOf(relation.target) }
    const on = { profile: session.profile.id, relation: 'joined-by', ...ends }
    await session.client.remote.delete(on)
    await acts.undo()
    expect(said().at(-1)).toMatch(/^Nothing was sent: .* was gone already, by another hand\.$/)
    expect(madeAt(site, 'joined-by')).toBe(0)
  })

  it('is undone by the button of its notice, which is about it alone and goes with it', async () => {
    const { session, relation, has, shown, press } = await twoPages()
    const { acts } = session
    const other = relationOf('replaces-it', relation.source, relation.target)
    await acts.createRelations([relation], null)
    const created = (name: string) => shown().filter((one) => one.includes(` ${name} `))
    await acts.createRelations([other], null)
    expect([created('joined-by').length, created('replaces-it').length]).toEqual([1, 1])
    press('Undo')
    await expect.poll(() => has(other.id)).toBe(false)
    expect(has()).toBe(true)
    await acts.undo()
    expect(has()).toBe(false)
    expect(created('joined-by').filter((one) => one.startsWith('Created'))).toEqual([])
  })
})

describe('an expansion', () => {
  const ids = (session: Awaited<ReturnType<typeof startSession>>['session']) =>
    [...session.graph.store.getState().graph.nodes.keys()].sort()

  it('says what it brought, which an undo takes away and a redo brings back', async () => {
    const { session, said } = await startSession(await startSite())
    const start = await crawlFrom(session, 'Ingest pipeline', { depth: 1, relations: ['link'] })
    const before = ids(session)
    const at = (id: NodeId) => session.crawl.store.getState().states.get(id)
    const leaf = before.find((id) => id !== start && id.startsWith('content:'))
    if (leaf === undefined) throw new Error('The start leads to no page')
    expect(at(leaf)).toBeUndefined()
    await session.crawl.expand(leaf)
    const after = ids(session)
    const title = bare(session.graph.titleOf(leaf))
    const fresh = after.length - before.length
    expect(fresh).toBeGreaterThan(0)
    expect(said().at(-1)).toMatch(
      new RegExp(`^Expanded “${title}”: \\d+ neighbours loaded(, ${fresh} new)?\\.$`),
    )
    expect(at(leaf)).toBe('complete')
    await session.acts.undo()
    expect(ids(session)).toEqual(before)
    // What was found was taken away again, so it is not all here.
    expect(at(leaf)).toBe('cut')
    await session.acts.redo()
    expect(ids(session)).toEqual(after)
  })
})
