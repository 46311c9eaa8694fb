import type { OneRelation, Profile } from '@shared/contract'
import { checkRelation } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type EdgeId, type NodeId, refOf, type Relation } from '@shared/graph'
import { attempt, type Attempt, type Client } from '../../transport'
import type { GraphModel } from '../graph'
import type { View } from '../view'

export type SenderOptions = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly onCalls: (calls: number) => void
}

/** Makes and deletes one relation at the server, and shows it on its way there. */
export function createSender({ client, profile, graph, view, onCalls }: SenderOptions) {
  const statusOf = (id: NodeId): string | undefined => {
    const node = graph.store.getState().graph.nodes.get(id)
    return node?.type === 'content' && named.includes(node.status) ? node.status : undefined
  }

  /**
   * Confluence finds an archived or trashed end only under its status, and a current one only
   * without: so first without, then once more where an end is known to be neither.
   */
  const underStatus = async <T>(
    relation: Relation,
    ask: (asked: OneRelation) => Promise<T>,
  ): Promise<Attempt<T>> => {
    const asked: OneRelation = {
      profile: profile.id,
      relation: relation.relation,
      source: refOf(relation.source),
      target: refOf(relation.target),
    }
    const first = await attempt(ask(asked))
    const sourceStatus = statusOf(relation.source)
    const targetStatus = statusOf(relation.target)
    const known = sourceStatus !== undefined || targetStatus !== undefined
    if (first.ok || first.failure.kind !== 'not-found' || !known) return first
    return attempt(ask({ ...asked, sourceStatus, targetStatus }))
  }

  /** Draws it dashed, asks, then keeps it or takes it away. */
  const put = async (wanted: Relation): Promise<{ made: Relation } | { failure: Failure }> => {
    const ends = { source: refOf(wanted.source), target: refOf(wanted.target) }
    const refused = checkRelation(wanted.relation, ends.source, ends.target)
    if (refused !== null) return { failure: refused }
    if (graph.store.getState().graph.edges.has(wanted.id)) {
      return { failure: alreadyThere(wanted.relation) }
    }
    view.setGhost(wanted, true)
    // PUT keeps what is there. Undo would then delete what somebody else made, so look first.
    const there = await underStatus(wanted, (asked) =>
      client.remote.get({ ...asked, expand: ['relationData'] }),
    )
    if (there.ok && there.value.relation !== null) {
      onCalls(there.value.calls)
      graph.apply({ entities: [], relations: [there.value.relation] })
      view.setGhost(wanted, false)
      return { failure: alreadyThere(wanted.relation) }
    }
    const result = await underStatus(wanted, (asked) => client.remote.create(asked))
    if (result.ok) graph.apply({ entities: [], relations: [result.value.relation] })
    view.setGhost(wanted, false)
    if (!result.ok) return { failure: result.failure }
    onCalls(result.value.calls)
    return { made: result.value.relation }
  }

  const take = async (relation: Relation): Promise<Failure | null> => {
    view.setLeaving(relation.id, true)
    const result = await underStatus(relation, (asked) => client.remote.delete(asked))
    view.setLeaving(relation.id, false)
    if (!result.ok) return result.failure
    onCalls(result.value.calls)
    graph.remove({ edges: [relation.id] })
    view.forget(new Set(), new Set<EdgeId>([relation.id]))
    return null
  }

  return { put, take }
}

/** Statuses that an end may have to be asked for by name. */
const named = ['archived', 'trashed', 'draft']

const alreadyThere = (relation: string): Failure => ({
  kind: 'rule',
  sentence: `There is already a “${relation}” relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})
