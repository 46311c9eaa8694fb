import type { Failure } from '@shared/failure'
import { failureAlone, itemsLacking } from './alone'

/** Largest lists that one call takes, from the v2 description. */
export const batchSize = { ids: 250, keys: 250, accounts: 250, idTypes: 100 } as const

export function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size))
  return batches
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** Ids that were asked for in vain: whether they are there is not known. */
export type Left = { readonly ids: readonly string[]; readonly failure: Failure }
export type Gathered<T> = { readonly found: readonly T[]; readonly left: readonly Left[] }

/** One answer to a list of ids; `unusable` counts the items that could not be read. */
export type Listed<T> = {
  readonly items: readonly T[]
  readonly more: boolean
  readonly unusable: number
}
type Asking<T> = {
  readonly size: number
  readonly ask: (ids: string[]) => Promise<Listed<T>>
  readonly idOf: (item: T) => string
  /** What makes two spellings of an id one; left out, each is its own. */
  readonly fold?: (id: string) => string
}

/**
 * Asks for many things by id, a batch a call; a batch that fails leaves the others as they are.
 * Where the server caps its answer, what it left out is asked for again as long as it says there is
 * more: its cursor is not needed, nor its address.
 */
export async function inCalls<T>(ids: readonly string[], asking: Asking<T>): Promise<Gathered<T>> {
  const batches = inBatches(unique(ids), asking.size)
  return joined(await Promise.all(batches.map((batch) => oneBatch(batch, asking))))
}

export const joined = <T>(parts: readonly Gathered<T>[]): Gathered<T> => ({
  found: parts.flatMap(({ found }) => found),
  left: parts.flatMap(({ left }) => left),
})

async function oneBatch<T>(batch: string[], asking: Asking<T>): Promise<Gathered<T>> {
  const { ask, idOf, fold = (id: string) => id } = asking
  const found: T[] = []
  let open = batch
  try {
    for (;;) {
      const { items, more, unusable } = await ask(open)
      found.push(...items)
      const came = new Set(items.map((item) => fold(idOf(item))))
      const rest = open.filter((id) => !came.has(fold(id)))
      const goesOn = more && rest.length > 0 && rest.length < open.length
      // An item that could not be read may be any of those that did not come.
      const isDoubtful = unusable > 0 && rest.length > 0
      if (!goesOn) {
        return { found, left: isDoubtful ? [{ ids: rest, failure: itemsLacking(unusable) }] : [] }
      }
      open = rest
    }
  } catch (error) {
    return { found, left: [{ ids: open, failure: failureAlone(error) }] }
  }
}

/** Why each id was asked for in vain; the first reason counts. */
export function reasonsOf(left: readonly Left[]): Map<string, Failure> {
  const reasons = new Map<string, Failure>()
  for (const { ids, failure } of left) {
    for (const id of ids) if (!reasons.has(id)) reasons.set(id, failure)
  }
  return reasons
}
