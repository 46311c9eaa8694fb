import type { OneRelation } from '@shared/contract'
import type { EntityRef } from '@shared/graph'
import { type Account, readAccount } from './account'
import type { Caller } from './call'

/** Who asks, read once, and references in which `current` has become that account's id. */
export type OwnAccount = {
  read(caller: Caller): Promise<Account>
  stable(caller: Caller, ref: EntityRef): Promise<EntityRef>
  stableEnds<T extends Pick<OneRelation, 'source' | 'target'>>(caller: Caller, ends: T): Promise<T>
}

export function createOwnAccount(siteOrigin: string): OwnAccount {
  let account: Account | null = null
  const read = async (caller: Caller) => (account ??= await readAccount(caller, siteOrigin))
  const stable = async (caller: Caller, ref: EntityRef): Promise<EntityRef> =>
    ref.type === 'user' && ref.key === 'current'
      ? { type: 'user', key: (await read(caller)).key }
      : ref
  return {
    read,
    stable,
    stableEnds: async (caller, ends) => ({
      ...ends,
      source: await stable(caller, ends.source),
      target: await stable(caller, ends.target),
    }),
  }
}
