import { FailureError } from '@shared/failure'
import { readAccount } from './account'
import type { Authorize } from './authorize'
import { type CallerOptions, createCaller } from './call'
import { createLimiter } from './limiter'
import { createCredentialsCheck, type CredentialsCheck } from './refusal'

/** Asks whose credentials a client has, for all its calls that are in doubt. */
export function credentialsOf(options: CallerOptions): CredentialsCheck {
  const { limiter, authorization, siteOrigin } = options
  // It stands outside the queue, in which the calls that wait for its answer hold their places.
  const apart = createLimiter({ ...limiter.rules, maxRetries: 1 }, limiter.machine)
  const caller = {
    ...options,
    limiter: apart,
    authorization: withoutRenewal(authorization, siteOrigin),
  }
  return createCredentialsCheck({ ask: () => readAccount(createCaller(caller), siteOrigin) })
}

/** What is in doubt was renewed already: a second time would use a refresh token up in vain. */
const withoutRenewal = (authorization: Authorize, siteOrigin: string): Authorize =>
  authorization.renew === undefined
    ? authorization
    : {
        header: (signal) => authorization.header(signal),
        renew: () => {
          const { host } = new URL(siteOrigin)
          return Promise.reject(new FailureError({ kind: 'sign-in-expired', site: host }))
        },
      }
