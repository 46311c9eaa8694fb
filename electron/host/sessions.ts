import type { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Profiles, Secrets, StoredProfile } from '../services/credentials'
import {
  basicAuthorization,
  createLimiter,
  createRemoteClient,
  type Limiter,
  type RemoteClient,
} from '../services/remote'
import { type Demo, demoId } from './demo'

/** The live clients, one a profile, made when first used. */
export type Sessions = {
  /** Throws the failures `unknown-profile` and `secret-missing`. */
  client(profileId: string): Promise<RemoteClient>
  /** The one limiter of a site, whatever the account. */
  limiter(siteOrigin: string): Limiter
  /** Ends a client whose profile has changed or is gone. */
  drop(profileId: string): Promise<void>
  close(): Promise<void>
}

type Parts = {
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly demo: Demo
  readonly version: string
}

export function createSessions({ profiles, secrets, demo, version }: Parts): Sessions {
  const clients = new Map<string, Promise<RemoteClient>>()
  const limiters = new Map<string, Limiter>()

  const limiter = (siteOrigin: string): Limiter => {
    const made = limiters.get(siteOrigin) ?? createLimiter()
    limiters.set(siteOrigin, made)
    return made
  }
  const make = async (profile: StoredProfile): Promise<RemoteClient> => {
    const token = await secrets.get(profile.id)
    if (token === null) {
      throw new FailureError({ kind: 'secret-missing', site: hostOf(profile) })
    }
    return createRemoteClient({
      apiBase: profile.apiBase,
      siteOrigin: profile.site,
      authorization: basicAuthorization(profile.email, token),
      version,
      limiter: limiter(profile.site),
    })
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
    limiter,
    drop,
    close: async () => {
      await Promise.all([...clients.keys()].map(drop))
    },
  }
}

export const hostOf = (profile: Pick<Profile, 'site'>): string => new URL(profile.site).host

function orUnknown<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new FailureError({ kind: 'unknown-profile' })
  return value
}
