import type { Profile, RemoteEvent } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Profiles, Secrets, StoredProfile } from '../services/credentials'
import {
  type Authorize,
  authorizeBasic,
  createLimiter,
  createRemoteClient,
  createWireLog,
  type Limiter,
  type Machine,
  type Network,
  type RemoteClient,
} from '../services/remote'
import { type Demo, demoId } from './demo'
import { readingOnly } from './read-only'
import { type Watched, watch } from './watch'

/** The live clients, one a profile, made when first used. */
export type Sessions = {
  /** Throws the failures `unknown-profile` and `secret-missing`. */
  client(profileId: string): Promise<RemoteClient>
  /** Throws `unknown-profile`. */
  profile(profileId: string): Profile
  /** The one limiter of a site, whatever the account. */
  limiter(siteOrigin: string): Limiter
  /** How any site is reached, a sign-in included. */
  readonly network: Network
  /** Pace and calls of a profile until the signal aborts, or the host closes. Throws `unknown-profile`. */
  watch(profileId: string, signal: AbortSignal | undefined): AsyncGenerator<RemoteEvent, void>
  /** Throws `unknown-profile`. */
  cancelWaiting(profileId: string): void
  /** Throws the failures `unknown-profile` and `storage`. */
  setConcurrency(profileId: string, concurrency: number): Promise<void>
  /** Ends a client whose profile has changed or is gone. */
  drop(profileId: string): Promise<void>
  close(): Promise<void>
}

type Parts = {
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly demo: Demo
  readonly version: string
  readonly network: Network
  readonly machine: Machine
  readonly log: (line: string) => void
  /** Who calls for a profile that signs in by OAuth; throws `secret-missing` where nothing is kept. */
  readonly oauth: (profile: StoredProfile) => Authorize
}

export function createSessions(parts: Parts): Sessions {
  const { profiles, demo, version, network, log } = parts
  const clients = new Map<string, Promise<RemoteClient>>()
  const { limiter, watched } = createSights(parts)
  const closing = new AbortController()

  const make = async (profile: StoredProfile): Promise<RemoteClient> => {
    const seen = watched(profile.id)
    seen.limiter.setConcurrency(profile.concurrency)
    const { apiBase, site: siteOrigin, learnt } = profile
    const client = createRemoteClient({
      ...{ apiBase, siteOrigin, learnt },
      authorization: await authorizationOf(profile, parts),
      version,
      network,
      limiter: seen.limiter,
      onAttempt: (attempted) => seen.log.add(attempted),
      log,
    })
    return readingOnly(client, profile, profiles)
  }
  const drop = async (profileId: string) => {
    const client = clients.get(profileId)
    clients.delete(profileId)
    await (await client?.catch(() => null))?.close()
  }
  return {
    client: async (profileId) => {
      if (profileId === demoId) return orUnknown(demo.client())
      const profile = orUnknown(profiles.get(profileId))
      const known = clients.get(profileId)
      if (known !== undefined) return known
      const made = make(profile)
      clients.set(profileId, made)
      // A token that is entered later must get another try.
      made.catch(() => {
        if (clients.get(profileId) === made) clients.delete(profileId)
      })
      return made
    },
    profile: (profileId) =>
      orUnknown(profileId === demoId ? demo.profile() : profiles.get(profileId)),
    limiter,
    network,
    watch: (profileId, signal) => {
      const seen = watched(profileId)
      return watch(seen, anyOf([closing.signal, seen.closed, signal]))
    },
    cancelWaiting: (profileId) => watched(profileId).limiter.cancelWaiting(),
    setConcurrency: async (profileId, concurrency) => {
      const seen = watched(profileId)
      if (profileId === demoId) demo.change((profile) => ({ ...profile, concurrency }))
      else await profiles.change(profileId, (profile) => ({ ...profile, concurrency }))
      seen.limiter.setConcurrency(concurrency)
    },
    drop,
    close: async () => {
      closing.abort()
      await Promise.all([...clients.keys()].map(drop))
    },
  }
}

const anyOf = (ends: readonly (AbortSignal | undefined)[]): AbortSignal =>
  AbortSignal.any(ends.flatMap((end) => end ?? []))

/** One limiter a site, one wire log a profile. */
function createSights({ profiles, demo, machine }: Pick<Parts, 'profiles' | 'demo' | 'machine'>) {
  const limiters = new Map<string, Limiter>()
  const wires = new Map<string, Watched['log']>()
  const limiter = (siteOrigin: string) =>
    kept(limiters, siteOrigin, () => createLimiter(undefined, machine))
  return {
    limiter,
    watched: (profileId: string): Watched => {
      if (profileId === demoId) return orUnknown(demo.watched())
      const { id, site, concurrency } = orUnknown(profiles.get(profileId))
      if (!limiters.has(site)) limiter(site).setConcurrency(concurrency)
      return { limiter: limiter(site), log: kept(wires, id, () => createWireLog()) }
    },
  }
}

async function authorizationOf(
  profile: StoredProfile,
  { secrets, oauth }: Pick<Parts, 'secrets' | 'oauth'>,
): Promise<Authorize> {
  if (profile.signIn === 'oauth') return oauth(profile)
  const token = await secrets.get(profile.id)
  if (token === null) throw new FailureError({ kind: 'secret-missing', site: hostOf(profile) })
  return authorizeBasic(profile.email, token)
}

export const hostOf = (profile: Pick<Profile, 'site'>): string => new URL(profile.site).host

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

function orUnknown<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new FailureError({ kind: 'unknown-profile' })
  return value
}
