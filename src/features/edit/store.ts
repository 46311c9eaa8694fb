import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import { checkRelation, type Edit, invert } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type EdgeId, type Entity, type NodeId, refOf, type Relation } from '@shared/graph'
import { attempt, type Client } from '../../transport'
import type { GraphModel } from '../graph'
import type { View } from '../view'

/** An edit that is under way on the page: what is still to be chosen. */
export type Pending =
  | { kind: 'none' }
  | { kind: 'target'; source: NodeId }
  | {
      kind: 'name'
      source: NodeId
      target: NodeId
      at: { x: number; y: number } | null
      /** An end that is not drawn yet. */
      brought: Entity | null
    }
  | { kind: 'delete'; relation: Relation }

export type EditState = {
  readonly pending: Pending
  /** Names used for new relations, last used first. */
  readonly recent: readonly string[]
  /** Done edits, the last one at the end; undo takes from there. */
  readonly done: readonly Edit[]
}

type Options = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly onCalls: (calls: number) => void
}

/** Creates and deletes relations at the server; the picture follows what the server said. */
export function createEditStore({ client, profile, graph, view, onCalls }: Options) {
  const store = createStore<EditState>(() => ({ pending: { kind: 'none' }, recent: [], done: [] }))
  const close = () => store.setState({ pending: { kind: 'none' } })

  const record = (edit: Edit) => store.setState(({ done }) => ({ done: [...done, edit] }))

  /** Draws it dashed, asks, then keeps it or takes it away. Returns why it was refused, or null. */
  const put = async (wanted: Relation): Promise<{ made: Relation } | { failure: Failure }> => {
    const ends = { source: refOf(wanted.source), target: refOf(wanted.target) }
    const refused = checkRelation(wanted.relation, ends.source, ends.target)
    if (refused !== null) return { failure: refused }
    if (graph.store.getState().graph.edges.has(wanted.id)) {
      return { failure: alreadyThere(wanted.relation) }
    }
    view.setGhost(wanted, true)
    const asked = { profile: profile.id, relation: wanted.relation, ...ends }
    // PUT keeps what is there. Undo would then delete what somebody else made, so look first.
    const there = await attempt(client.remote.get({ ...asked, expand: ['relationData'] }))
    if (there.ok && there.value.relation !== null) {
      onCalls(there.value.calls)
      graph.apply({ entities: [], relations: [there.value.relation] })
      view.setGhost(wanted, false)
      return { failure: alreadyThere(wanted.relation) }
    }
    const result = await attempt(client.remote.create(asked))
    if (result.ok) graph.apply({ entities: [], relations: [result.value.relation] })
    view.setGhost(wanted, false)
    if (!result.ok) return { failure: result.failure }
    onCalls(result.value.calls)
    return { made: result.value.relation }
  }

  const take = async (relation: Relation): Promise<Failure | null> => {
    view.setLeaving(relation.id, true)
    const result = await attempt(
      client.remote.delete({
        profile: profile.id,
        relation: relation.relation,
        source: refOf(relation.source),
        target: refOf(relation.target),
      }),
    )
    view.setLeaving(relation.id, false)
    if (!result.ok) return result.failure
    onCalls(result.value.calls)
    graph.remove({ edges: [relation.id] })
    view.forget(new Set(), new Set<EdgeId>([relation.id]))
    return null
  }

  /** `brought` is an end that was not drawn before; it goes again where the server says no. */
  const create = async (wanted: Relation, brought: Entity | null): Promise<Failure | null> => {
    const fresh = brought !== null && !graph.store.getState().graph.nodes.has(brought.id)
    if (fresh) graph.apply({ entities: [brought], relations: [] })
    const answer = await put(wanted)
    if ('failure' in answer) {
      if (fresh) graph.remove({ nodes: [brought.id] })
      return answer.failure
    }
    record({ kind: 'create', relation: answer.made })
    store.setState(({ recent }) => ({
      recent: [wanted.relation, ...recent.filter((name) => name !== wanted.relation)],
    }))
    return null
  }

  const remove = async (relation: Relation): Promise<Failure | null> => {
    const failure = await take(relation)
    if (failure === null) record({ kind: 'delete', relation })
    return failure
  }

  /** Who made a relation and when, asked where a find did not say it. */
  const look = async (relation: Relation): Promise<void> => {
    if (relation.createdBy !== undefined) return
    const result = await attempt(
      client.remote.get({
        profile: profile.id,
        relation: relation.relation,
        source: refOf(relation.source),
        target: refOf(relation.target),
        expand: ['relationData'],
      }),
    )
    if (!result.ok) return
    onCalls(result.value.calls)
    if (result.value.relation !== null) {
      graph.apply({ entities: [], relations: [result.value.relation] })
    }
  }

  const send = async ({ kind, relation }: Edit): Promise<Failure | null> => {
    if (kind === 'delete') return take(relation)
    const answer = await put(relation)
    return 'failure' in answer ? answer.failure : null
  }

  /** Does the inverse at the server; where that fails the edit stays in the list. */
  const undo = async (edit: Edit): Promise<Failure | null> => {
    store.setState(({ done }) => ({ done: done.filter((one) => one !== edit) }))
    const failure = await send(invert(edit))
    if (failure !== null) record(edit)
    return failure
  }

  return {
    store,
    create,
    remove,
    look,
    undo,
    close,
    connectFrom: (source: NodeId) => store.setState({ pending: { kind: 'target', source } }),
    connect: (
      source: NodeId,
      target: NodeId,
      {
        at = null,
        brought = null,
      }: { at?: { x: number; y: number } | null; brought?: Entity | null },
    ) => store.setState({ pending: { kind: 'name', source, target, at, brought } }),
    flip: () =>
      store.setState(({ pending }) =>
        pending.kind === 'name'
          ? { pending: { ...pending, source: pending.target, target: pending.source } }
          : {},
      ),
    askDelete: (relation: Relation) => store.setState({ pending: { kind: 'delete', relation } }),
  }
}
export type Edits = ReturnType<typeof createEditStore>

const alreadyThere = (relation: string): Failure => ({
  kind: 'rule',
  sentence: `There is already a “${relation}” relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})
