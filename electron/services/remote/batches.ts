/** Largest lists that one call takes, from the v2 description. */
export const batchSize = { ids: 250, keys: 250, accounts: 250, idTypes: 100 } as const

export function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size))
  return batches
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/**
 * Asks for many things by id, a batch a call. Where the server caps its answer, what it left out
 * is asked for again as long as it says there is more: its cursor is not needed, nor its address.
 */
export async function inCalls<T>(
  ids: readonly string[],
  size: number,
  ask: (ids: string[]) => Promise<{ items: T[]; more: boolean }>,
  idOf: (item: T) => string,
): Promise<T[]> {
  const asked = inBatches(unique(ids), size).map(async (batch) => {
    const found: T[] = []
    for (let left = batch; left.length > 0;) {
      const { items, more } = await ask(left)
      found.push(...items)
      const came = new Set(items.map(idOf))
      const rest = left.filter((id) => !came.has(id))
      if (!more || rest.length === left.length) break
      left = rest
    }
    return found
  })
  return (await Promise.all(asked)).flat()
}
