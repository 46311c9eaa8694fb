import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import { type Edit, invert } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type Entity, type NodeId, refOf, type Relation } from '@shared/graph'
import { attempt } from '../../transport'
import { createSender, type SenderOptions } from './send'

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
  /** Why nothing may be changed on this site with these credentials, or null. */
  readonly readOnly: Failure | null
}

/** Creates and deletes relations at the server; the picture follows what the server said. */
export function createEditStore({ client, profile, graph, view, onCalls }: SenderOptions) {
  const store = createStore<EditState>(() => ({
    pending: { kind: 'none' },
    recent: [],
    done: [],
    readOnly: profile.access === 'read-only' ? readOnlyAt(profile) : null,
  }))
  const close = () => store.setState({ pending: { kind: 'none' } })

  const record = (edit: Edit) => store.setState(({ done }) => ({ done: [...done, edit] }))

  /** A token without the scope for one edit has it for none. */
  const learn = (failure: Failure): Failure => {
    if (failure.kind === 'missing-scope' || failure.kind === 'read-only') {
      store.setState({ readOnly: { ...readOnlyAt(profile), scopes: failure.scopes } })
    }
    return failure
  }

  const { put, take } = createSender({ client, profile, graph, view, onCalls })

  /** `brought` is an end that was not drawn before; it goes again where the server says no. */
  const create = async (wanted: Relation, brought: Entity | null): Promise<Failure | null> => {
    const fresh = brought !== null && !graph.store.getState().graph.nodes.has(brought.id)
    if (fresh) graph.apply({ entities: [brought], relations: [] })
    const answer = await put(wanted)
    if ('failure' in answer) {
      const lone = fresh && !graph.store.getState().graph.incident.has(brought.id)
      if (lone) graph.remove({ nodes: [brought.id] })
      return learn(answer.failure)
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
    else learn(failure)
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
/** Either scope is enough; tokens of both families exist. */
const readOnlyAt = ({ site }: Pick<Profile, 'site'>) => ({
  kind: 'read-only' as const,
  site: new URL(site).host,
  scopes: ['write:relation:confluence', 'write:confluence-content'],
})

export type Edits = ReturnType<typeof createEditStore>
