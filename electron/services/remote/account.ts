import type { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { V1User } from './answers'
import type { Caller } from './call'
import { nameOf } from './entity-of'

export type Account = Profile['account']

/**
 * Whose credentials these are. Throws the failures of a sign-in: here 403 is `bad-credentials`
 * too, and an answer for nobody is `anonymous`.
 */
export async function readAccount(caller: Caller, siteOrigin: string): Promise<Account> {
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
  if (user.accountId) return { key: user.accountId, name: nameOf(user) }
  if (user.type === 'anonymous') throw new FailureError({ kind: 'anonymous', site })
  throw new FailureError({
    kind: 'unreadable-answer',
    status: 200,
    detail: 'it names no account, as if another program than Confluence Cloud answered',
  })
}
