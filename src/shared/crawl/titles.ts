import type { Entity, NodeId } from '../graph'

/** What one call of `describe` takes: Confluence gives 250 pages, people or spaces at a time. */
export const describeLimit = 250

/** The nodes whose titles are still to be asked for, each handed out once. */
export function createTitles(isDescribed: (id: NodeId) => boolean) {
  const missing = new Set<NodeId>()
  return {
    want: (ids: readonly NodeId[]): void => {
      for (const id of ids) if (!isDescribed(id)) missing.add(id)
    },
    /** A find may bring titles along: those need no call. */
    got: (entities: readonly Entity[]): void => {
      for (const { id, status } of entities) if (status !== 'unknown') missing.delete(id)
    },
    take: (): NodeId[] => {
      const ids: NodeId[] = []
      for (const id of missing) {
        if (ids.length === describeLimit) break
        ids.push(id)
      }
      for (const id of ids) missing.delete(id)
      return ids
    },
    waiting: () => missing.size,
    /** Calls that they will cost at least. */
    price: () => Math.ceil(missing.size / describeLimit),
  }
}
