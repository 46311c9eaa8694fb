import type { Entity, NodeId } from '../graph'

/** What one call of `describe` takes: Confluence gives 250 pages, people or spaces at a time. */
export const describeLimit = 250

/** The nodes whose titles are still to be asked for, each handed out once. */
export function createTitles(isDescribed: (id: NodeId) => boolean) {
  const missing = new Set<NodeId>()
  /** Asked for in vain: their turn comes once more when all else is done. */
  const late = new Set<NodeId>()
  const twice = new Set<NodeId>()
  return {
    want: (ids: readonly NodeId[]): void => {
      for (const id of ids) if (!isDescribed(id)) missing.add(id)
    },
    /** A find may bring titles along: those need no call. */
    got: (entities: readonly Entity[]): void => {
      for (const { id, status } of entities) {
        if (status === 'unknown') continue
        missing.delete(id)
        late.delete(id)
      }
    },
    /** Asks once more at the end, and no more after that. */
    wantLate: (ids: readonly NodeId[]): void => {
      for (const id of ids) {
        if (!twice.has(id)) late.add(id)
        twice.add(id)
      }
    },
    /** False where none is left for the end. */
    takeUpLate: (): boolean => {
      for (const id of late) missing.add(id)
      late.clear()
      return missing.size > 0
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
    isDone: () => missing.size + late.size === 0,
    /** Calls that they will cost at least. */
    price: () => Math.ceil(missing.size / describeLimit),
  }
}
