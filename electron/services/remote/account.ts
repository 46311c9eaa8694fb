import type { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { V1User } from './answers'
import type { Caller } from './call'
import { nameOf, userEntity } from './entity-of'

export type Account = Profile['account']

/** Who asks, as an account and as an entity. */
export type Own = { readonly account: Account; readonly entity: Entity }

export const readAccount = async (caller: Caller, siteOrigin: string): Promise<Account> =>
  (await readOwn(caller, siteOrigin)).account

/**
 * Whose credentials these are. Throws the failures of a sign-in: here 403 is `bad-credentials`
 * too, and an answer for nobody is `anonymous`.
 */
export async function readOwn(caller: Caller, siteOrigin: string): Promise<Own> {
  const site = new URL(siteOrigin).host
  const user = await caller
    .read(
      'get',
      '/wiki/rest/api/user/current',
      {},
      { what: 'your account', doing: 'reading your account', schema: V1User },
    )
    .catch((error: unknown) => {
      if (error instanceof FailureError && error.failure.kind === 'forbidden') {
        throw new FailureError({ kind: 'bad-credentials', site }, { cause: error })
      }
      throw error
    })
  const entity = userEntity(user, siteOrigin)
  if (entity !== null) return { account: { key: entity.key, name: nameOf(user) }, entity }
  if (user.type === 'anonymous') throw new FailureError({ kind: 'anonymous', site })
  throw new FailureError({
    kind: 'unreadable-answer',
    status: 200,
    detail: 'it names no account, as if another program than Confluence Cloud answered',
  })
}
