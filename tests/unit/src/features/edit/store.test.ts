import { createRouterClient, implement } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract, type Profile, type StepEvent } from '@shared/contract'
import { type Failure, FailureError } from '@shared/failure'
import { type Entity, type EdgeId, type Relation, relationOf } from '@shared/graph'
import type { Step } from '@shared/edit'
import { runSteps, stepsOf } from '@shared/edit'
import { createStore } from 'zustand/vanilla'
import type { DraftState } from '../../../../../src/features/edit/draft-state'
import { createJournal } from '../../../../../src/features/edit/journal'
import { createEditStore } from '../../../../../src/features/edit/store'
import { createUndo } from '../../../../../src/features/edit/undo'
import type { Workspace } from '../../../../../src/features/workspace'
import { createGraphStore } from '../../../../../src/features/graph'
import { createViewStore } from '../../../../../src/features/view/store'

const profile: Profile = {
  id: 'p',
  kind: 'site',
  site: 'https://example.atlassian.net',
  email: 'a@example.org',
  signIn: 'token',
  access: 'read-write',
  concurrency: 4,
  account: { key: 'u1', name: 'Amara' },
  relations: [],
}
const page = (key: string, status = 'current'): Entity => ({
  id: `content:${key}`,
  type: 'content',
  key,
  title: `Page ${key}`,
  status,
})

/** A host that keeps relations in memory, and refuses what it is told to refuse. */
function fakeHost() {
  const relations = new Map<EdgeId, Relation>()
  const written: string[] = []
  const state = { refusal: null as Failure | null, made: 0 }
  const entries = new Map<string, readonly Step[]>()
  const host = implement(contract)
  const refuse = () => {
    if (state.refusal !== null) throw new FailureError(state.refusal)
  }
  const port = {
    get: (one: Relation) => Promise.resolve(relations.get(one.id) ?? null),
    create: async ({ relation, source, target }: Relation) => {
      await Promise.resolve()
      refuse()
      state.made += 1
      const createdAt = new Date(state.made * 1000).toISOString()
      const made = relationOf(relation, source, target, { createdBy: { name: 'Amara' }, createdAt })
      relations.set(made.id, made)
      written.push(`create ${made.id}`)
      return made
    },
    delete: async (one: Relation) => {
      await Promise.resolve()
      refuse()
      relations.delete(one.id)
      written.push(`delete ${one.id}`)
    },
  }
  let version = 0
  const edit = {
    begin: host.edit.begin.handler(({ input: { entry } }) => {
      entries.set(entry.id, entry.steps)
      return null
    }),
    run: host.edit.run.handler(async function* ({ input: { entry, force } }) {
      const events: StepEvent[] = []
      const steps = entries.get(entry) ?? []
      const onStep = (at: number, step: Step) => {
        version += 1
        events.push({ at, step, calls: 1, version })
        return Promise.resolve()
      }
      const chosen = steps.map((_, at) => at)
      entries.set(entry, await runSteps(steps, chosen, { port, onStep, force, concurrency: 1 }))
      yield* events
    }),
  }
  return { relations, written, state, client: createRouterClient({ edit }) }
}

function setUp(session = 'now') {
  const host = fakeHost()
  const graph = createGraphStore()
  const view = createViewStore()
  graph.apply({ entities: [page('1'), page('2'), page('3', 'archived')], relations: [] })
  const noted: unknown[] = []
  // Only these are used of a workspace here.
  const workspace = {
    store: { getState: () => ({ id: 'w' }) },
    flush: () => Promise.resolve(),
  } as unknown as Workspace
  const opened = { entries: [], session, present: { pages: [], running: [] }, readOnly: null }
  const journal = createJournal({ profile, opened, page: 'here' })
  journal.onViewAct((entry) => void noted.push(entry))
  const edits = createEditStore({
    // Only the edit methods are called here.
    client: host.client as Parameters<typeof createEditStore>[0]['client'],
    profile,
    graph,
    view,
    workspace,
    journal,
    page: 'here',
    onCalls: () => undefined,
  })
  const edges = () => [...graph.store.getState().graph.edges.keys()]
  const act = (action: 'create' | 'delete' | 'flip', relation: Relation) =>
    edits.perform({
      kind: action,
      title: `${action} ${relation.id}`,
      steps: stepsOf([{ action, ...ends(relation) }], (id) =>
        graph.store.getState().graph.edges.get(id as EdgeId),
      ),
    })
  return {
    host,
    graph,
    view,
    edits,
    edges,
    act,
    undo: createUndo({ graph, view, canvas: view, edits, draft: noDraft() }),
    noted,
  }
}
/** A draft in memory. */
const noDraft = () => {
  const store = createStore<DraftState>(() => ({
    on: true,
    lines: [],
    checks: new Map(),
    leftOut: new Set(),
    checking: false,
    failure: null,
    notes: null,
  }))
  return { store, put: (lines: DraftState['lines']) => store.setState({ lines }) }
}
const ends = ({ relation, source, target }: Relation) => ({ relation, source, target })

describe('editing relations', () => {
  let here: ReturnType<typeof setUp>
  const wanted = relationOf('explains', 'content:1', 'content:2')
  beforeEach(() => {
    here = setUp()
  })

  it('draws a ghost until the server says yes, then the relation with its creator', async () => {
    const { act, edits, view, graph } = here
    const seen: number[] = []
    view.store.subscribe(({ ghosts }) => void seen.push(ghosts.length))
    expect((await act('create', wanted)).failure).toBeNull()
    expect(seen).toContain(1)
    expect(view.store.getState().ghosts).toEqual([])
    expect(graph.store.getState().graph.edges.get(wanted.id)?.createdBy?.name).toBe('Amara')
    expect(edits.store.getState().entries.map(({ steps }) => steps[0]?.state)).toEqual([
      'confirmed',
    ])
  })

  it('takes the ghost away when the server says no, and keeps the try in the journal', async () => {
    const { act, edits, view, host, edges } = here
    host.state.refusal = { kind: 'forbidden', what: 'creating a relation' }
    expect((await act('create', wanted)).failure?.kind).toBe('forbidden')
    expect(edges()).toEqual([])
    expect(view.store.getState().ghosts).toEqual([])
    expect(edits.store.getState().entries[0]?.steps[0]?.state).toBe('refused')
  })

  it('does not take a relation that was there for one it made', async () => {
    const { act, host, edges, undo } = here
    host.relations.set(wanted.id, wanted)
    const { entry } = await act('create', wanted)
    expect(entry?.steps[0]?.state).toBe('not-needed')
    expect(edges()).toEqual([wanted.id])
    expect(await undo.undo()).toEqual({ kind: 'nothing' })
    expect(host.written).toEqual([])
  })

  it('flips in two steps, and undo takes both back in reverse', async () => {
    const { act, host, edges, undo } = here
    const other = relationOf('explains', 'content:2', 'content:1')
    await act('create', wanted)
    await act('flip', wanted)
    expect(edges()).toEqual([other.id])
    expect((await undo.undo()).kind).toBe('done')
    expect(edges()).toEqual([wanted.id])
    expect((await undo.redo()).kind).toBe('done')
    expect(edges()).toEqual([other.id])
    expect([...host.relations.keys()]).toEqual([other.id])
  })

  it('keeps the old relation where a flip cannot make the new one', async () => {
    const { act, host, edges } = here
    await act('create', wanted)
    host.state.refusal = { kind: 'forbidden', what: 'creating a relation' }
    const { failure, entry } = await act('flip', wanted)
    expect(failure?.kind).toBe('forbidden')
    expect(entry?.steps.map(({ state }) => state)).toEqual(['refused', 'refused'])
    expect(edges()).toEqual([wanted.id])
  })

  it('does not delete what another hand has made anew, until it is forced', async () => {
    const { act, edits, host, undo } = here
    await act('create', wanted)
    const theirs = { ...wanted, createdBy: { name: 'Bo' }, createdAt: '2020-01-01T00:00:00.000Z' }
    host.relations.set(wanted.id, theirs)
    const taken = await undo.undo()
    expect(taken).toMatchObject({ kind: 'failed', failure: { kind: 'made-anew' } })
    expect(host.relations.get(wanted.id)).toEqual(theirs)
    const undone = taken.kind === 'failed' ? taken.entry : null
    expect(undone?.steps[0]?.state).toBe('conflict')
    await edits.run(undone?.id ?? '', { retry: true, force: true })
    expect(host.relations.size).toBe(0)
    expect(await undo.undo()).toEqual({ kind: 'nothing' })
  })

  it('walks acts on the view and at the server in one order', async () => {
    const { act, edits, edges, undo, noted } = here
    await act('create', wanted)
    const change = { before: { hiddenNodes: [] }, after: { hiddenNodes: ['content:3' as const] } }
    edits.noteView('hide', 'Hid a node.', change)
    expect(noted).toHaveLength(1)
    expect(await undo.undo()).toMatchObject({ kind: 'done', of: { kind: 'hide' } })
    expect(edges()).toEqual([wanted.id])
    expect(await undo.undo()).toMatchObject({ kind: 'done', of: { kind: 'create' } })
    expect(edges()).toEqual([])
    expect(await undo.redo()).toMatchObject({ kind: 'done', of: { kind: 'create' } })
    expect(await undo.redo()).toMatchObject({ kind: 'done', of: { kind: 'hide' } })
    expect(here.view.store.getState().hiddenNodes).toEqual(new Set(['content:3']))
  })

  it('undoes all since an act, the last one first', async () => {
    const { act, edits, edges, host, undo } = here
    const others = ['a', 'b', 'c'].map((name) => relationOf(name, 'content:1', 'content:2'))
    for (const one of others) await act('create', one)
    const second = edits.store.getState().entries[1]
    expect(await undo.undoTo(second?.id ?? '')).toEqual({ kind: 'asks' })
    expect(edits.store.getState().pending).toMatchObject({ kind: 'undo-to', steps: [{}, {}] })
    expect(host.written).toHaveLength(3)
    await undo.undoTo(second?.id ?? '', true)
    expect(edges()).toEqual([others[0]?.id])
    expect(host.written.slice(3)).toEqual([`delete ${others[2]?.id}`, `delete ${others[1]?.id}`])
  })
})
