import type { Profile } from '@shared/contract'
import { checkRelation } from '@shared/edit'
import type { Failure } from '@shared/failure'
import { type EdgeId, refOf, type Relation } from '@shared/graph'
import { attempt, type Client } from '../../transport'
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
  /** Draws it dashed, asks, then keeps it or takes it away. */
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

  return { put, take }
}

const alreadyThere = (relation: string): Failure => ({
  kind: 'rule',
  sentence: `There is already a “${relation}” relation between these two, in this direction.`,
  next: 'Choose another name, or flip the direction.',
})
