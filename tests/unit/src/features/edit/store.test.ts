import { createRouterClient, implement } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract, type OneRelation, type Profile } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { type Entity, nodeId, type Relation, relationOf } from '@shared/graph'
import { createEditStore } from '../../../../../src/features/edit/store'
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
const keyOf = ({ relation, source, target }: OneRelation) =>
  relationOf(relation, nodeId(source), nodeId(target)).id

/** A server of relations that obeys the contract, and refuses what it is told to refuse. */
function fakeServer() {
  const relations = new Map<string, Relation>()
  const asked: OneRelation[] = []
  const state = { refusal: null as Failure | null, needsStatus: false }
  const calls = 1
  const host = implement(contract)
  const settle = (input: OneRelation, fail: (data: Failure) => Error) => {
    asked.push(input)
    if (state.refusal !== null) throw fail(state.refusal)
    if (state.needsStatus && input.targetStatus === undefined) {
      throw fail({ kind: 'not-found', what: 'this page' })
    }
    return relationOf(input.relation, nodeId(input.source), nodeId(input.target), {
      createdBy: { name: 'Amara' },
    })
  }
  const remote = {
    get: host.remote.get.handler(({ input }) => ({
      relation: relations.get(keyOf(input)) ?? null,
      calls,
    })),
    create: host.remote.create.handler(({ input, errors }) => {
      const relation = settle(input, (data) => errors.FAILURE({ data }))
      relations.set(relation.id, relation)
      return { relation, calls }
    }),
    delete: host.remote.delete.handler(({ input, errors }) => {
      relations.delete(settle(input, (data) => errors.FAILURE({ data })).id)
      return { calls }
    }),
  }
  return { relations, asked, state, client: createRouterClient({ remote }) }
}

function setUp() {
  const server = fakeServer()
  const graph = createGraphStore()
  const view = createViewStore()
  graph.apply({ entities: [page('1'), page('2'), page('3', 'archived')], relations: [] })
  const edits = createEditStore({
    // Only the relation methods are called here.
    client: server.client as Parameters<typeof createEditStore>[0]['client'],
    profile,
    graph,
    view,
    onCalls: () => undefined,
  })
  const edges = () => [...graph.store.getState().graph.edges.keys()]
  return { server, graph, view, edits, edges }
}

describe('editing relations', () => {
  let here: ReturnType<typeof setUp>
  const wanted = relationOf('explains', 'content:1', 'content:2')
  beforeEach(() => {
    here = setUp()
  })

  it('draws a ghost until the server says yes, then the relation with its creator', async () => {
    const { edits, view, graph, server } = here
    const work = edits.create(wanted, null)
    expect(view.store.getState().ghosts).toEqual([wanted])
    expect(await work).toBeNull()
    expect(view.store.getState().ghosts).toEqual([])
    expect(graph.store.getState().graph.edges.get(wanted.id)?.createdBy?.name).toBe('Amara')
    expect([...server.relations.keys()]).toEqual([wanted.id])
    expect(edits.store.getState().recent).toEqual(['explains'])
  })

  it('takes the ghost, and the node that was brought for it, away when the server says no', async () => {
    const { edits, view, graph, server, edges } = here
    server.state.refusal = { kind: 'forbidden', what: 'creating a relation' }
    const brought = page('9')
    const failure = await edits.create(relationOf('explains', 'content:1', brought.id), brought)
    expect(failure?.kind).toBe('forbidden')
    expect(edges()).toEqual([])
    expect(view.store.getState().ghosts).toEqual([])
    expect(graph.store.getState().graph.nodes.has(brought.id)).toBe(false)
    expect(edits.store.getState().done).toEqual([])
  })

  it('refuses by rule without asking the server', async () => {
    const { edits, server } = here
    const like = relationOf('like', 'content:1', 'content:2')
    expect((await edits.create(like, null))?.kind).toBe('rule')
    expect(server.asked).toEqual([])
  })

  it('does not take a relation that was there for one it made', async () => {
    const { edits, server, edges } = here
    server.relations.set(wanted.id, wanted)
    expect((await edits.create(wanted, null))?.kind).toBe('rule')
    expect(edges()).toEqual([wanted.id])
    expect(edits.store.getState().done).toEqual([])
    expect(server.asked).toEqual([])
  })

  it('deletes, and undo creates again', async () => {
    const { edits, server, edges } = here
    await edits.create(wanted, null)
    expect(await edits.remove(wanted)).toBeNull()
    expect(edges()).toEqual([])
    const last = edits.store.getState().done.at(-1)
    if (last === undefined) throw new Error('nothing done')
    expect(await edits.undo(last)).toBeNull()
    expect(edges()).toEqual([wanted.id])
    expect(server.relations.has(wanted.id)).toBe(true)
    expect(edits.store.getState().done).toHaveLength(1)
  })

  it('keeps an edit in the list when its undo fails', async () => {
    const { edits, server, edges } = here
    await edits.create(wanted, null)
    server.state.refusal = { kind: 'unreachable', host: 'example', code: 'ECONNREFUSED' }
    const [edit] = edits.store.getState().done
    if (edit === undefined) throw new Error('nothing done')
    expect((await edits.undo(edit))?.kind).toBe('unreachable')
    expect(edges()).toEqual([wanted.id])
    expect(edits.store.getState().done).toEqual([edit])
  })

  it('asks once more under the status of an archived end, and for no other end', async () => {
    const { edits, server } = here
    server.state.needsStatus = true
    expect(await edits.create(relationOf('explains', 'content:1', 'content:3'), null)).toBeNull()
    expect(server.asked.map(({ targetStatus }) => targetStatus)).toEqual([undefined, 'archived'])
    expect((await edits.create(wanted, null))?.kind).toBe('not-found')
    expect(server.asked).toHaveLength(3)
  })
})
