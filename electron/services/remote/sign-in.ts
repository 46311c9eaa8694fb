import { z } from 'zod'
import { FailureError } from '@shared/failure'
import type { Account } from './account'
import { parseAnswer } from './call'
import { basicAuthorization, createRemoteClient, type RemoteClientOptions } from './client'
import { createDispatcher } from './dispatcher'
import { send } from './send'

export type SignInOptions = Omit<RemoteClientOptions, 'apiBase' | 'authorization'> & {
  readonly email: string
  readonly token: string
  /** Atlassian's gateway, which alone takes tokens with scopes; null asks the site only. */
  readonly gateway?: string | null
}

const atlassianGateway = 'https://api.atlassian.com'

/**
 * Tries a sign-in once at the site and, where that refuses, once at the gateway: a token with
 * scopes is answered with 401 by the site itself. Never more, since failed sign-ins add up to a
 * lockout. Gives the account and the base that worked.
 */
export async function signIn(
  options: SignInOptions,
  signal?: AbortSignal,
): Promise<{ account: Account; apiBase: string }> {
  const { siteOrigin } = options
  try {
    return { account: await accountAt(siteOrigin, options, signal), apiBase: siteOrigin }
  } catch (error) {
    if (kindOf(error) === 'not-found') throw noConfluence(siteOrigin, error)
    const gateway = options.gateway ?? (siteOrigin.startsWith('https:') ? atlassianGateway : null)
    if (kindOf(error) !== 'bad-credentials' || gateway === null) throw error
    const cloudId = await cloudIdOf(siteOrigin, signal)
    if (cloudId === null) throw error
    const apiBase = `${gateway}/ex/confluence/${cloudId}`
    return { account: await accountAt(apiBase, options, signal), apiBase }
  }
}

const kindOf = (error: unknown) => (error instanceof FailureError ? error.failure.kind : null)

const noConfluence = (siteOrigin: string, cause: unknown) =>
  new FailureError(
    {
      kind: 'refused-address',
      reason: `There is no Confluence at ${new URL(siteOrigin).host}.`,
      next: 'Check the name of the site: it begins the address of every page in your Confluence.',
    },
    { cause },
  )

async function accountAt(
  apiBase: string,
  options: SignInOptions,
  signal: AbortSignal | undefined,
): Promise<Account> {
  const client = createRemoteClient({
    ...options,
    apiBase,
    authorization: basicAuthorization(options.email, options.token),
  })
  try {
    return await client.account(signal)
  } finally {
    await client.close()
  }
}

const TenantInfo = z.object({ cloudId: z.string().regex(/^[0-9a-f-]{36}$/i) })

/** The site's id at the gateway, which anyone may ask for; null where it does not say. */
async function cloudIdOf(siteOrigin: string, signal?: AbortSignal): Promise<string | null> {
  const dispatcher = createDispatcher(siteOrigin)
  try {
    const url = new URL('/_edge/tenant_info', siteOrigin)
    const headers = { accept: 'application/json' }
    const limits = { timeoutMs: 10_000, maxBytes: 100_000 }
    const outcome = await send({ method: 'GET', url, headers }, { dispatcher, signal, ...limits })
    return outcome.kind === 'answer' && outcome.status === 200
      ? parseAnswer(outcome, TenantInfo).cloudId
      : null
  } catch (error) {
    if (kindOf(error) === 'cancelled') throw error
    return null
  } finally {
    await dispatcher.destroy()
  }
}
