import type { OneRelation } from '@shared/contract'
import type { EditPort } from '@shared/edit'
import { FailureError } from '@shared/failure'
import { type Entity, type NodeId, refOf, type Relation } from '@shared/graph'
import type { RemoteClient } from '../remote'

type Asked = Omit<OneRelation, 'profile'>

/** Statuses that an end may have to be asked for by name. */
const named = ['archived', 'trashed', 'draft']

type PortOptions = {
  /** Told what each answer cost. */
  readonly onCalls?: (calls: number) => void
  /** Stops looks, and what waits for its turn to be sent; what was sent is waited for. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Edits over the API. Confluence finds an archived or trashed end only under its status and a
 * current one only without: so first without, then once more where an end is known to be neither.
 */
export function editPort(
  client: Pick<RemoteClient, 'get' | 'create' | 'delete'>,
  entityOf: (id: NodeId) => Entity | null,
  { onCalls = () => undefined, signal }: PortOptions = {},
): EditPort {
  const statusOf = (id: NodeId): string | undefined => {
    const entity = entityOf(id)
    return entity?.type === 'content' && named.includes(entity.status) ? entity.status : undefined
  }
  const endsOf = ({ relation, source, target }: Relation): Asked => ({
    relation,
    source: refOf(source),
    target: refOf(target),
  })
  const under = (relation: Relation): Asked | null => {
    const sourceStatus = statusOf(relation.source)
    const targetStatus = statusOf(relation.target)
    return sourceStatus === undefined && targetStatus === undefined
      ? null
      : { ...endsOf(relation), sourceStatus, targetStatus }
  }
  const write = async <T>(relation: Relation, ask: (asked: Asked) => Promise<T>): Promise<T> => {
    try {
      return await ask(endsOf(relation))
    } catch (error) {
      const again = under(relation)
      const isLost = error instanceof FailureError && error.failure.kind === 'not-found'
      if (!isLost || again === null) throw error
      return ask(again)
    }
  }
  const counted = <T extends { readonly calls: number }>(answer: T): T => {
    onCalls(answer.calls)
    return answer
  }
  const look = async (asked: Asked, stop: AbortSignal | undefined) =>
    counted(await client.get({ ...asked, expand: ['relationData'] }, stop)).relation
  return {
    get: async (relation, when) => {
      const stop = when === 'before' ? signal : undefined
      const first = await look(endsOf(relation), stop)
      const again = under(relation)
      return first ?? (again === null ? null : look(again, stop))
    },
    create: async (relation) =>
      counted(await write(relation, (asked) => client.create(asked, signal))).relation,
    delete: async (relation) => {
      counted(await write(relation, (asked) => client.delete(asked, signal)))
    },
  }
}
