import { type Entity, type EntityRef, type NodeId, nodeId } from '@shared/graph'
import { foldKey } from './fold-key'

/**
 * What is known to exist on the site, with its status. It saves asking again when a find answers
 * 404, which means "none" as well as "no such thing".
 */
export type Known = {
  add(ref: EntityRef, status: string): void
  addAll(entities: readonly Entity[]): void
  statusOf(ref: EntityRef): string | undefined
  /** Space keys as an answer of the site spelt them; those of entities are learnt as they come. */
  learnKeys(keys: readonly string[]): void
  /** The site's own spelling of a space key, where an answer has brought it. */
  ownKey(key: string): string | undefined
}

export function createKnown(): Known {
  const statuses = new Map<NodeId, string>()
  const ownKeys = new Map<string, string>()
  const learnKeys: Known['learnKeys'] = (keys) => {
    for (const key of keys) ownKeys.set(foldKey(key), key)
  }
  const add: Known['add'] = (ref, status) => {
    statuses.set(nodeId(ref), status)
  }
  return {
    add,
    addAll: (entities) => {
      entities.forEach((entity) => add(entity, entity.status))
      learnKeys(entities.flatMap(({ type, key }) => (type === 'space' ? [key] : [])))
    },
    statusOf: (ref) => statuses.get(nodeId(ref)),
    learnKeys,
    ownKey: (key) => ownKeys.get(foldKey(key)),
  }
}
