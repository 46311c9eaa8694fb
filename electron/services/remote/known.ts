import { type Entity, type EntityRef, type NodeId, nodeId } from '@shared/graph'

/**
 * What is known to exist on the site, with its status. It saves asking again when a find answers
 * 404, which means "none" as well as "no such thing".
 */
export type Known = {
  add(ref: EntityRef, status: string): void
  addAll(entities: readonly Entity[]): void
  statusOf(ref: EntityRef): string | undefined
}

export function createKnown(): Known {
  const statuses = new Map<NodeId, string>()
  const add: Known['add'] = (ref, status) => {
    statuses.set(nodeId(ref), status)
  }
  return {
    add,
    addAll: (entities) => entities.forEach((entity) => add(entity, entity.status)),
    statusOf: (ref) => statuses.get(nodeId(ref)),
  }
}
