import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type OAuthSignIn, Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import {
  awaitRedirect,
  type Profiles,
  type Redirect,
  type Secrets,
  type StoredProfile,
} from '../services/credentials'
import {
  accountAt,
  apiBaseAt,
  atlassianOf,
  authorizeAddress,
  type Authorize,
  authorizeWith,
  exchangeCode,
  grantedSite,
  type Limiter,
  mayEdit,
  type Network,
  refresh,
  type Tokens,
} from '../services/remote'

/** What is kept in the keychain for a sign-in by OAuth; nothing of it leaves the host. */
const Kept = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresAt: z.number(),
})
type Kept = z.infer<typeof Kept>

type Attempt = {
  readonly given: OAuthSignIn
  readonly site: string
  readonly cloudId: string
  readonly authorizeUrl: string
  readonly redirect: Redirect
}

type Parts = {
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly network: Network
  readonly version: string
  readonly limiter: (siteOrigin: string) => Limiter
}

/** The sign-in of a person's own app, in the system browser. */
export type OAuth = ReturnType<typeof createOAuth>

/** How long a person may take in the browser; a code lives no longer. */
const patience = 10 * 60 * 1000
/** An access token is renewed so long before its end, in ms. */
const margin = 60_000

export function createOAuth(parts: Parts) {
  const attempts = new Map<string, Attempt>()
  const renewing = new Map<string, Promise<Kept>>()
  const { secrets } = parts

  const load = async (profile: StoredProfile): Promise<Kept> => {
    const kept = keptIn(await secrets.get(profile.id))
    if (kept !== null) return kept
    // No field takes what an app was given: the person signs in again.
    throw new FailureError({ kind: 'sign-in-expired', site: new URL(profile.site).host })
  }
  /** One at a time for a profile: a refresh token is dead once it is used. */
  const renewed = (profile: StoredProfile, isStale: (kept: Kept) => boolean): Promise<Kept> => {
    const under = renewing.get(profile.id)
    if (under !== undefined) return under
    // Read within the flight: what was read before it may be used up by now.
    const work = load(profile)
      .then((kept) => (isStale(kept) ? renew(profile, kept, parts) : kept))
      .finally(() => renewing.delete(profile.id))
    renewing.set(profile.id, work)
    return work
  }
  return {
    start: async (given: OAuthSignIn, site: string, cloudId: string) => {
      for (const { redirect } of attempts.values()) redirect.close()
      attempts.clear()
      const state = randomBytes(24).toString('base64url')
      const redirect = await awaitRedirect(given.port, state)
      const { clientId, write } = given
      const { redirectUri } = redirect
      const authorizeUrl = authorizeAddress(site, { clientId, redirectUri, state, write })
      const attempt = randomUUID()
      attempts.set(attempt, { given, site, cloudId, authorizeUrl, redirect })
      // The page may go away before it waits for the answer.
      const end = setTimeout(() => {
        redirect.close()
        attempts.delete(attempt)
      }, patience)
      end.unref()
      return { attempt, authorizeUrl, redirectUri }
    },
    finish: async (id: string, signal?: AbortSignal): Promise<StoredProfile> => {
      const attempt = attempts.get(id)
      if (attempt === undefined) throw new FailureError({ kind: 'cancelled' })
      try {
        const ends = [AbortSignal.timeout(patience), ...(signal === undefined ? [] : [signal])]
        const code = await attempt.redirect.code(AbortSignal.any(ends))
        return await signedIn(attempt, code, parts, signal)
      } finally {
        attempts.delete(id)
      }
    },
    /** Who calls for such a profile; renews in time, and once more where Confluence says 401. */
    authorize: (profile: StoredProfile): Authorize =>
      authorizeBy(
        () => load(profile),
        (isStale) => renewed(profile, isStale),
      ),
    /** Whether the browser may be sent there: only to where a person is to answer now. */
    mayOpen: (url: string): boolean =>
      [...attempts.values()].some(({ authorizeUrl }) => authorizeUrl === url),
    close: (): void => {
      for (const { redirect } of attempts.values()) redirect.close()
      attempts.clear()
    },
  }
}

const authorizeBy = (
  load: () => Promise<Kept>,
  renewed: (isStale: (kept: Kept) => boolean) => Promise<Kept>,
): Authorize => ({
  header: async () => {
    const hasEnded = ({ expiresAt }: Kept) => expiresAt - margin <= Date.now()
    const kept = await load()
    return bearer(hasEnded(kept) ? await renewed(hasEnded) : kept)
  },
  renew: async (stale) => bearer(await renewed((kept) => bearer(kept) === stale)),
})

const bearer = ({ accessToken }: Kept): string => `Bearer ${accessToken}`

function keptIn(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const read = Kept.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The new tokens are in the keychain before anybody uses them: the old ones are dead by then. */
async function renew(
  profile: StoredProfile,
  kept: Kept,
  { secrets, network }: Parts,
): Promise<Kept> {
  if (kept.refreshToken === null) {
    throw new FailureError({ kind: 'sign-in-expired', site: new URL(profile.site).host })
  }
  const way = { siteOrigin: profile.site, network, signal: undefined }
  const next = keeping(kept, await refresh(way, kept, kept.refreshToken))
  await secrets.set(profile.id, JSON.stringify(next))
  return next
}

const keeping = (
  {
    clientId,
    clientSecret,
    refreshToken,
  }: Pick<Kept, 'clientId' | 'clientSecret' | 'refreshToken'>,
  tokens: Tokens,
): Kept => ({
  clientId,
  clientSecret,
  accessToken: tokens.accessToken,
  refreshToken: tokens.refreshToken ?? refreshToken,
  expiresAt: tokens.expiresAt,
})

async function signedIn(
  { given, site, cloudId, redirect }: Attempt,
  code: string,
  { profiles, secrets, network, version, limiter }: Parts,
  signal: AbortSignal | undefined,
): Promise<StoredProfile> {
  const way = { siteOrigin: site, network, signal }
  const tokens = await exchangeCode(way, given, code, redirect.redirectUri)
  const scopes = await grantedSite(way, tokens.accessToken, cloudId)
  const apiBase = apiBaseAt(atlassianOf(site).gateway, cloudId)
  const kept = keeping({ ...given, refreshToken: null }, tokens)
  const account = await accountAt(
    apiBase,
    authorizeWith(bearer(kept)),
    { siteOrigin: site, version, network, limiter: limiter(site) },
    signal,
  )
  const old = profiles
    .list()
    .find((known) => known.site === site && known.account.key === account.key)
  const profile: StoredProfile = {
    id: old?.id ?? randomUUID(),
    kind: 'site',
    site,
    email: '',
    signIn: 'oauth',
    access: mayEdit(scopes.length === 0 ? tokens.scopes : scopes) ? 'read-write' : 'read-only',
    concurrency: old?.concurrency ?? 4,
    account,
    relations: old?.relations ?? [],
    apiBase,
  }
  await secrets.set(profile.id, JSON.stringify(kept))
  await profiles.put(profile)
  return profile
}

/** Where the API is concerns nobody beyond the host. */
export const withoutBase = (stored: StoredProfile): Profile => Profile.parse(stored)
