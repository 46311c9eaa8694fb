import { randomUUID } from 'node:crypto'
import { Profile, type SecretStore, type SignIn } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { parseSite, type Profiles, type Secrets, type StoredProfile } from '../services/credentials'
import { type Account, signIn } from '../services/remote'
import { type Demo, demoId } from './demo'
import type { Sessions } from './sessions'

/** Signs in, keeps and forgets connections. No method gives a token back. */
export type Connections = {
  list(): { profiles: Profile[]; secrets: SecretStore }
  test(given: SignIn, signal?: AbortSignal): Promise<{ account: Account; site: string }>
  add(given: SignIn, signal?: AbortSignal): Promise<Profile>
  demo(): Promise<Profile>
  remember(profileId: string, relations: readonly string[]): Promise<void>
  remove(profileId: string): Promise<void>
}

type Parts = {
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly sessions: Sessions
  readonly demo: Demo
  readonly version: string
}

const mostRelations = 200

export function createConnections(parts: Parts): Connections {
  const { profiles, secrets, sessions, demo, version } = parts

  const check = async (given: SignIn, signal: AbortSignal | undefined) => {
    const site = parseSite(given.site)
    if (!site.ok) throw new FailureError(site.failure)
    const siteOrigin = site.origin
    const [email, token] = [given.email.trim(), given.token.trim()]
    const limiter = sessions.limiter(siteOrigin)
    const { network } = sessions
    const found = await signIn({ siteOrigin, email, token, version, limiter, network }, signal)
    return { ...found, siteOrigin, email, token }
  }
  return {
    list: () => ({
      profiles: [...profiles.list().map(withoutBase), ...listed(demo.profile())],
      secrets: secrets.store,
    }),
    test: async (given, signal) => {
      const { account, siteOrigin } = await check(given, signal)
      return { account, site: siteOrigin }
    },
    add: async (given, signal) => {
      const { account, apiBase, siteOrigin: site, email, token } = await check(given, signal)
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
        signIn: apiBase === site ? 'token' : 'scoped-token',
        access: 'read-write',
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
    demo: () => demo.open(),
    remember: async (profileId, relations) => {
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
    },
    remove: async (profileId) => {
      if (profileId === demoId) return demo.close()
      if (profiles.get(profileId) === undefined) {
        throw new FailureError({ kind: 'unknown-profile' })
      }
      await sessions.drop(profileId)
      await secrets.delete(profileId)
      await profiles.remove(profileId)
    },
  }
}

const listed = <T>(value: T | null): T[] => (value === null ? [] : [value])

/** Where the API is concerns nobody beyond the host. */
const withoutBase = (stored: StoredProfile): Profile => Profile.parse(stored)
