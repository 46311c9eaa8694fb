import { randomUUID } from 'node:crypto'
import type { OAuthSignIn, Profile, SecretStore, SignIn } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { parseSite, type Profiles, type Secrets, type StoredProfile } from '../services/credentials'
import type { Vocabularies } from '../services/workspace'
import { type Account, cloudIdAt, signIn } from '../services/remote'
import { type Demo, demoId } from './demo'
import { type OAuth, withoutBase } from './oauth'
import type { Sessions } from './sessions'

/** Signs in, keeps and forgets connections. No method gives a token back. */
export type Connections = {
  list(): Promise<{ profiles: Profile[] }>
  /** May take as long as the keychain does to answer. */
  secretStore(): Promise<SecretStore>
  test(
    given: SignIn,
    signal?: AbortSignal,
  ): Promise<{ account: Account; site: string } & Pick<Profile, 'signIn' | 'access'>>
  add(given: SignIn, signal?: AbortSignal): Promise<Profile>
  /** A new token for a connection that is there. Throws `other-account` for one of somebody else. */
  renew(profileId: string, token: string, signal?: AbortSignal): Promise<Profile>
  oauthStart(given: OAuthSignIn, signal?: AbortSignal): ReturnType<OAuth['start']>
  oauthFinish(attempt: string, signal?: AbortSignal): Promise<Profile>
  demo(): Promise<Profile>
  remember(profileId: string, relations: readonly string[]): Promise<void>
  remove(profileId: string): Promise<void>
}

type Parts = {
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly sessions: Sessions
  readonly demo: Demo
  readonly oauth: OAuth
  readonly vocabularies: Vocabularies
  readonly version: string
}

const mostRelations = 200

export function createConnections(parts: Parts): Connections {
  const { profiles, secrets, sessions, demo, vocabularies } = parts

  const check = (given: SignIn, signal: AbortSignal | undefined) => checked(given, parts, signal)
  return {
    list: async () => {
      await profiles.refresh()
      return {
        profiles: [...profiles.list().map(withoutBase), ...listed(demo.profile())],
      }
    },
    secretStore: () => secrets.store(),
    test: async (given, signal) => {
      const { account, siteOrigin, kind, access } = await check(given, signal)
      return { account, site: siteOrigin, signIn: kind, access }
    },
    add: async (given, signal) => {
      const found = await check(given, signal)
      const { account, apiBase, kind: how, access, siteOrigin: site, email, token } = found
      // The same account on the same site is the same connection, with a newer token.
      const old = profiles
        .list()
        .find((known) => known.site === site && known.account.key === account.key)
      const { id, relations } = old ?? { id: randomUUID(), relations: [] }
      const profile: StoredProfile = {
        id,
        kind: 'site',
        site,
        email,
        signIn: how,
        access,
        concurrency: old?.concurrency ?? 4,
        account,
        relations,
        apiBase,
      }
      await secrets.set(id, token)
      await profiles.put(profile)
      await sessions.drop(id)
      return withoutBase(profile)
    },
    renew: (profileId, token, signal) => renew(profileId, token.trim(), parts, signal),
    ...oauthConnections(parts),
    demo: () => demo.open(),
    remember: (profileId, relations) => remember(profileId, relations, parts),
    remove: async (profileId) => {
      if (profileId === demoId) return demo.close()
      if (profiles.get(profileId) === undefined) {
        throw new FailureError({ kind: 'unknown-profile' })
      }
      await sessions.drop(profileId)
      await secrets.delete(profileId)
      await vocabularies.forget(profileId)
      await profiles.remove(profileId)
    },
  }
}

const listed = <T>(value: T | null): T[] => (value === null ? [] : [value])

/** Tries a sign-in and keeps nothing. */
async function checked(
  given: SignIn,
  { sessions, version }: Parts,
  signal: AbortSignal | undefined,
) {
  const site = parseSite(given.site, given.confirmedHost)
  if (!site.ok) throw new FailureError(site.failure)
  const siteOrigin = site.origin
  const [email, token] = [given.email.trim(), given.token.trim()]
  const limiter = sessions.limiter(siteOrigin)
  const { network } = sessions
  const found = await signIn({ siteOrigin, email, token, version, limiter, network }, signal)
  return { ...found, siteOrigin, email, token }
}

/** Keeps a new token for a connection that is there, once it has shown to be of the same account. */
async function renew(
  profileId: string,
  token: string,
  parts: Parts,
  signal: AbortSignal | undefined,
): Promise<Profile> {
  const { profiles, secrets, sessions } = parts
  const old = profiles.get(profileId)
  if (old === undefined) throw new FailureError({ kind: 'unknown-profile' })
  const { site, email } = old
  // The host was confirmed when the connection was made.
  const confirmedHost = new URL(site).host
  const found = await checked({ site, email, token, confirmedHost }, parts, signal)
  const { account, apiBase, kind, access } = found
  if (account.key !== old.account.key) {
    throw new FailureError({ kind: 'other-account', site: confirmedHost, name: account.name })
  }
  const profile = { ...old, apiBase, signIn: kind, access }
  await secrets.set(profileId, token)
  await profiles.put(profile)
  await sessions.drop(profileId)
  return withoutBase(profile)
}

function oauthConnections({
  sessions,
  oauth,
}: Parts): Pick<Connections, 'oauthStart' | 'oauthFinish'> {
  return {
    oauthStart: async (given, signal) => {
      const site = parseSite(given.site, given.confirmedHost)
      if (!site.ok) throw new FailureError(site.failure)
      // The person's app is asked for only at a site that is one.
      const cloudId = await cloudIdAt(site.origin, sessions, signal)
      return oauth.start(
        { ...given, clientId: given.clientId.trim(), clientSecret: given.clientSecret.trim() },
        site.origin,
        cloudId,
      )
    },
    oauthFinish: async (attempt, signal) => {
      const profile = await oauth.finish(attempt, signal)
      await sessions.drop(profile.id)
      return withoutBase(profile)
    },
  }
}

async function remember(
  profileId: string,
  relations: readonly string[],
  { profiles, demo }: Parts,
): Promise<void> {
  const merged = (old: readonly string[]) =>
    [...new Set([...relations, ...old])].slice(0, mostRelations)
  if (profileId === demoId && demo.profile() !== null) {
    demo.remember(merged)
    return
  }
  const known = await profiles.change(profileId, (profile) => ({
    ...profile,
    relations: merged(profile.relations),
  }))
  if (!known) throw new FailureError({ kind: 'unknown-profile' })
}
