import type { Entity, EntityRef } from '@shared/graph'
import { type Account, type Own, readOwn } from './account'
import type { Caller } from './call'

/** Who asks, read once, and references in which `current` has become that account's id. */
export type OwnAccount = {
  read(caller: Caller): Promise<Account>
  /** The same person as a node; no look-up of people is needed for it. */
  entity(caller: Caller): Promise<Entity>
  /** Null while nobody has asked. */
  known(): Entity | null
  stable(caller: Caller, ref: EntityRef): Promise<EntityRef>
}

export function createOwnAccount(siteOrigin: string): OwnAccount {
  let own: Own | null = null
  const ask = async (caller: Caller) => (own ??= await readOwn(caller, siteOrigin))
  const stable = async (caller: Caller, ref: EntityRef): Promise<EntityRef> =>
    ref.type === 'user' && ref.key === 'current'
      ? { type: 'user', key: (await ask(caller)).account.key }
      : ref
  return {
    read: async (caller) => (await ask(caller)).account,
    entity: async (caller) => (await ask(caller)).entity,
    known: () => own?.entity ?? null,
    stable,
  }
}
