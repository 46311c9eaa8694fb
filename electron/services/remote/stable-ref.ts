import type { OneRelation } from '@shared/contract'
import { type Failure, FailureError } from '@shared/failure'
import type { EntityRef } from '@shared/graph'
import type { Caller } from './call'
import { foldKey } from './fold-key'
import type { Site } from './site'

/**
 * References as the site itself has them. `current` becomes the account's id. A space key in
 * another case finds nothing and is no error, so it becomes the site's own spelling first: one that
 * no answer has brought yet costs a call.
 */
export type StableRefs = {
  ref(caller: Caller, ref: EntityRef): Promise<EntityRef>
  ends<T extends Pick<OneRelation, 'source' | 'target'>>(caller: Caller, ends: T): Promise<T>
}

const refusals: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'forbidden',
  'missing-scope',
  'no-such-route',
  'not-supported',
])

export function createStableRefs(site: Site): StableRefs {
  const asking = new Map<string, Promise<void>>()

  const ask = async (caller: Caller, key: string): Promise<void> => {
    const { found, left } = await site.directory.spacesByKey(caller, [key])
    site.known.learnKeys(found.map((space) => space.key))
    const failure = left[0]?.failure
    // Without the right to look spaces up the key is taken as it was given.
    if (failure !== undefined && !refusals.has(failure.kind)) throw new FailureError(failure)
  }
  /** Questions of a crawl come together: they share one call. */
  const askOnce = (caller: Caller, key: string): Promise<void> => {
    const folded = foldKey(key)
    const running = asking.get(folded)
    if (running !== undefined) return running.catch(() => ask(caller, key))
    const mine = ask(caller, key).finally(() => asking.delete(folded))
    asking.set(folded, mine)
    return mine
  }
  const ref: StableRefs['ref'] = async (caller, given) => {
    if (given.type === 'user') return site.own.stable(caller, given)
    if (given.type !== 'space') return given
    if (site.known.ownKey(given.key) === undefined) await askOnce(caller, given.key)
    return { type: 'space', key: site.known.ownKey(given.key) ?? given.key }
  }
  return {
    ref,
    ends: async (caller, ends) => {
      const [source, target] = [await ref(caller, ends.source), await ref(caller, ends.target)]
      return { ...ends, source, target }
    },
  }
}
