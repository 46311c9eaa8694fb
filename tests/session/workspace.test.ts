import { describe, expect, it } from 'vitest'
import { type NodeId, relationOf } from '@shared/graph'
import { createShelf } from '../../src/features/workspace'
import { exported, type Session } from '../../src/session'
import { lastAct, madeAt, pagesOf } from './pages'
import { countsIn, crawlFrom, newFolder, startSession, startSite } from './start-session'

const onWay = { onProgress: () => undefined, signal: new AbortController().signal }

const shelfOf = ({ client, profile }: Session) =>
  createShelf(client, { profile: profile.id, site: profile.site, siteName: 'Site' })

const file = (name: string, value: object) => new File([JSON.stringify(value)], name)

/** A drawn neighbour of a node, which is a page. */
function neighbourOf({ graph }: Session, id: NodeId): NodeId {
  const { edges } = graph.store.getState().graph
  for (const { source, target } of edges.values()) {
    if (source === id && target !== id && target.startsWith('content:')) return target
  }
  throw new Error('It leads to no page')
}

describe('a workspace', () => {
  it('comes back after a restart with places, hidden nodes, snapshots, and all that can be undone', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const first = await startSession(site, { folder })
    const { session } = first
    const start = await crawlFrom(session, 'Ingest pipeline', { depth: 1 })
    const other = neighbourOf(session, start)
    const relation = relationOf('kept-by', start, other)
    await session.acts.createRelations([relation], null)
    session.canvas.put({ places: [[start, { x: 120, y: -40 }]] })
    session.view.hide([other])
    await session.workspace.keepSnapshot('First', exported(session, '1'))
    const before = countsIn(session)
    await first.quit()

    const second = await startSession(site, { folder })
    const { view, canvas, workspace, acts, edits, graph } = second.session
    expect(countsIn(second.session)).toEqual(before)
    expect(new Map(canvas.positions()).get(start)).toEqual({ x: 120, y: -40 })
    expect([...view.store.getState().hiddenNodes]).toEqual([other])
    expect(workspace.store.getState().snapshots.map(({ name }) => name)).toEqual(['First'])
    // An act on this screen is taken back at once, one at the server after a yes.
    await acts.undo()
    expect([...view.store.getState().hiddenNodes]).toEqual([])
    await acts.undo()
    expect(edits.store.getState().pending).toMatchObject({ kind: 'undo', redo: false })
    expect(madeAt(site, 'kept-by')).toBe(1)
    await acts.undo(true)
    expect(madeAt(site, 'kept-by')).toBe(0)
    expect(graph.store.getState().graph.edges.has(relation.id)).toBe(false)
    await acts.redo(true)
    expect(madeAt(site, 'kept-by')).toBe(1)
    expect(lastAct(second.session).title).toMatch(/^Done again: Created /)

    // All since the first act is taken back at once, after a yes.
    const created = edits.store.getState().entries.find(({ kind }) => kind === 'create')
    if (created === undefined) throw new Error('The act is not in the journal')
    view.hide([other])
    await acts.undoTo(created.id)
    expect(edits.store.getState().pending.kind).toBe('undo-to')
    expect(madeAt(site, 'kept-by')).toBe(1)
    await acts.undoTo(created.id, true)
    expect(madeAt(site, 'kept-by')).toBe(0)
    expect([...view.store.getState().hiddenNodes]).toEqual([])
  })

  it('is copied, left empty, opened again, deleted and restored', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const first = await startSession(site, { folder })
    await crawlFrom(first.session, 'Ingest pipeline', { depth: 1 })
    const before = countsIn(first.session)
    const shelf = shelfOf(first.session)
    await first.session.workspace.flush()
    const copy = await shelf.copy(first.session.workspace.store.getState().id)
    const empty = await shelf.create()
    if (!copy.ok || !empty.ok) throw new Error('It was not copied')
    await first.quit()

    const second = await startSession(site, { folder, workspace: empty.value.info.id })
    expect(countsIn(second.session)).toEqual({ nodes: 0, relations: 0 })
    const removed = await shelfOf(second.session).remove(copy.value.id)
    if (!removed.ok) throw new Error('It was not deleted')
    const names = async () => {
      const listed = await shelfOf(second.session).list()
      return listed.ok ? listed.value.map(({ id }) => id) : []
    }
    expect(await names()).not.toContain(copy.value.id)
    await shelfOf(second.session).takeBack(removed.value.id)
    expect(await names()).toContain(copy.value.id)
    await second.quit()

    const third = await startSession(site, { folder, workspace: copy.value.id })
    expect(countsIn(third.session)).toEqual(before)
  })
})

describe('a snapshot', () => {
  it('is compared with the graph of now, told and marked; deleted, and taken back', async () => {
    const site = await startSite()
    const { session } = await startSession(site)
    const start = await crawlFrom(session, 'Ingest pipeline', { depth: 1 })
    const { workspace, comparison, view } = session
    const kept = await workspace.keepSnapshot('First', exported(session, '1'))
    if (!kept.ok) throw new Error('It was not kept')
    const relation = relationOf('compared-by', start, neighbourOf(session, start))
    await session.acts.createRelations([relation], null)
    const read = () => workspace.readSnapshot(kept.value.id)
    const now = () => Promise.resolve({ ok: true as const, value: exported(session, '1') })
    expect(await comparison.compare({ name: 'First', read }, { name: 'now', read: now })).toBeNull()
    const diff = comparison.store.getState().compared?.diff
    expect(diff?.edges.added.map((edge) => edge.relation)).toEqual(['compared-by'])
    expect([diff?.nodes.added, diff?.nodes.gone, diff?.edges.gone]).toEqual([[], [], []])
    comparison.show()
    expect(view.store.getState().compared?.added).toEqual(new Set([relation.id]))
    comparison.end()
    expect(view.store.getState().compared).toBeNull()

    const deletedAt = () => workspace.store.getState().snapshots.map((one) => one.deletedAt)
    expect(await workspace.removeSnapshot(kept.value.id)).toBeNull()
    expect(deletedAt()).toEqual([expect.any(String)])
    expect(await workspace.restoreSnapshot(kept.value.id)).toBeNull()
    expect(deletedAt()).toEqual([null])
    expect((await read()).ok).toBe(true)
  })
})

describe('a graph that was exported', () => {
  /** What a session has of the graph, as a file says it. */
  const graphOf = (session: Session) => {
    const { nodes, edges } = exported(session, '1')
    return { nodes: nodes.map(({ id, position }) => [id, position]), edges }
  }

  it('comes back as a workspace, where it stood', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const first = await startSession(site, { folder })
    await crawlFrom(first.session, 'Ingest pipeline', { depth: 1 })
    const ids = [...first.session.graph.store.getState().graph.nodes.keys()]
    first.session.canvas.put({ places: ids.map((id, at) => [id, { x: at * 50, y: at }]) })
    const graph = exported(first.session, '1')
    const shelf = shelfOf(first.session)
    const refusal = async (name: string, value: object) => {
      const answer = await shelf.upload(file(name, value), onWay)
      return !answer.ok && answer.failure.kind === 'unfit-file' ? answer.failure.sentence : null
    }
    expect(await refusal('redacted.json', { ...graph, redacted: true })).toContain('is redacted')
    const elsewhere = { ...graph, site: 'https://x.example' }
    expect(await refusal('other.json', elsewhere)).toContain('is about https://x.example')
    const torn = { format: 'relation-explorer/graph@1' }
    expect(await refusal('torn.json', torn)).toContain('has a mistake')

    const taken = await shelf.upload(file('my graph.json', graph), onWay)
    if (!taken.ok) throw new Error('It was not taken in')
    expect(taken.value.id).toBe('my graph')
    const expected = graphOf(first.session)
    await first.quit()
    const second = await startSession(site, { folder, workspace: taken.value.id })
    expect(graphOf(second.session)).toEqual(expected)
  })

  it('comes into the draft as changes: what of it is not there', async () => {
    const site = await startSite()
    const { session } = await startSession(site)
    await crawlFrom(session, 'Ingest pipeline', { depth: 1 })
    const [source, target] = pagesOf(site, 2)
    if (source === undefined || target === undefined) throw new Error('There are no two pages')
    const graph = exported(session, '1')
    const more = relationOf('imported-by-test', source, target)
    const longer = { ...graph, edges: [...graph.edges, more] }
    const bytes = new TextEncoder().encode(JSON.stringify(longer))
    expect(await session.draft.take('longer.json', bytes)).toBeNull()
    const { lines, notes } = session.draft.store.getState()
    expect(lines).toEqual([{ action: 'create', relation: 'imported-by-test', source, target }])
    expect(notes?.sentences.join(' ')).toContain('1 of its relations are not in this one')
    expect(session.view.store.getState().drafted.ghosts.map(({ id }) => id)).toEqual([more.id])
    await session.acts.undo()
    expect(session.draft.store.getState().lines).toEqual([])
  })
})
