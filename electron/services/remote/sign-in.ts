import { randomBytes } from 'node:crypto'
import { FailureError } from '@shared/failure'
import type { EntityRef } from '@shared/graph'
import type { Account } from './account'
import { apiBaseAt, atlassianOf, cloudIdOf } from './atlassian'
import { type Authorize, authorizeBasic } from './authorize'
import { createRemoteClient, type RemoteClient, type RemoteClientOptions } from './client'
import { editScopes } from './scopes'

export type SignInOptions = Omit<RemoteClientOptions, 'apiBase' | 'authorization'> & {
  readonly email: string
  readonly token: string
  /** Atlassian's gateway, which alone takes tokens with scopes; null asks the site only. */
  readonly gateway?: string | null
}

/** What a sign-in has found out, for the profile to remember. */
export type SignedIn = {
  readonly account: Account
  /** Base of the API that took the credentials. */
  readonly apiBase: string
  readonly kind: 'token' | 'scoped-token'
  readonly access: 'read-write' | 'read-only'
}

/**
 * Tries a sign-in once at the site and, where that refuses, once at the gateway: a token with
 * scopes is answered with 401 by the site itself. Never more, since failed sign-ins add up to a
 * lockout. On a host outside Atlassian's domain nothing secret is sent before it has shown to be
 * a Cloud site.
 */
export async function signIn(options: SignInOptions, signal?: AbortSignal): Promise<SignedIn> {
  const { siteOrigin, network, email, token } = options
  const authorize = authorizeBasic(email, token)
  if (isForeign(siteOrigin)) await cloudIdAt(siteOrigin, options, signal)
  try {
    const account = await clientAt(siteOrigin, authorize, options, (client) =>
      client.account(signal),
    )
    return { account, apiBase: siteOrigin, kind: 'token', access: 'read-write' }
  } catch (error) {
    if (kindOf(error) === 'not-found' || kindOf(error) === 'no-such-route') {
      throw noConfluence(siteOrigin, error)
    }
    const gateway =
      options.gateway === undefined ? atlassianOf(siteOrigin).gateway : options.gateway
    if (kindOf(error) !== 'bad-credentials' || gateway === null) throw error
    const cloudId = await cloudIdOf(siteOrigin, network, signal)
    if (cloudId === null) throw error
    const apiBase = apiBaseAt(gateway, cloudId)
    return clientAt(apiBase, authorize, options, async (client) => {
      const account = await client.account(signal)
      return {
        account,
        apiBase,
        kind: 'scoped-token',
        access: await accessOf(client, account, signal),
      }
    })
  }
}

/** The site's id at the gateway. Throws the failure `refused-address` where it is no Cloud site. */
export async function cloudIdAt(
  siteOrigin: string,
  { network }: Pick<SignInOptions, 'network'>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const cloudId = await cloudIdOf(siteOrigin, network, signal)
  if (cloudId !== null) return cloudId
  throw new FailureError({
    kind: 'refused-address',
    reason: `${new URL(siteOrigin).host} is no site of Confluence Cloud; nothing was sent to it. Confluence Data Center and Server have no relations in their API.`,
    next: 'Use the address of a Confluence Cloud site, such as example.atlassian.net.',
  })
}

const isForeign = (siteOrigin: string): boolean =>
  siteOrigin.startsWith('https:') && !new URL(siteOrigin).hostname.endsWith('.atlassian.net')

/** Whose credentials these are at one base of the API. */
export const accountAt = (
  apiBase: string,
  authorize: Authorize,
  options: Omit<RemoteClientOptions, 'apiBase' | 'authorization'>,
  signal?: AbortSignal,
): Promise<Account> => clientAt(apiBase, authorize, options, (client) => client.account(signal))

async function clientAt<T>(
  apiBase: string,
  authorization: Authorize,
  options: Omit<RemoteClientOptions, 'apiBase' | 'authorization'>,
  work: (client: RemoteClient) => Promise<T>,
): Promise<T> {
  const client = createRemoteClient({ ...options, apiBase, authorization })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/**
 * What a token with scopes may do. Nobody tells a token's scopes, so two calls find them out: a
 * find, without which there is nothing to see here, and the deletion of a relation from the person
 * to themselves under a random name. None of that name can exist, so nothing is changed; a missing
 * scope is answered before anything else is looked at. Throws `missing-scope` for the first.
 */
async function accessOf(
  client: RemoteClient,
  { key }: Account,
  signal: AbortSignal | undefined,
): Promise<SignedIn['access']> {
  const self: EntityRef = { type: 'user', key }
  const relation = `scope-check-${randomBytes(8).toString('hex')}`
  await unlessScope(
    client.targets({ relation, source: self, targetType: 'content', limit: 1 }, signal),
  )
  try {
    await unlessScope(client.delete({ relation, source: self, target: self }, signal))
    return 'read-write'
  } catch (error) {
    if (error instanceof FailureError && isAboutEdits(error)) return 'read-only'
    throw error
  }
}

const isAboutEdits = ({ failure }: FailureError): boolean =>
  failure.kind === 'missing-scope' && failure.scopes.some((scope) => editScopes.includes(scope))

/** Waits, and throws only where a scope is missing: whatever else is wrong says nothing of scopes. */
async function unlessScope(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (kindOf(error) === 'missing-scope' || kindOf(error) === 'cancelled') throw error
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
