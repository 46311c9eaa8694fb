import { FailureError } from '@shared/failure'
import type { Profiles, StoredProfile } from '../services/credentials'
import { editScopes, type RemoteClient } from '../services/remote'

/**
 * A client that learns from the first refused edit that its token can only read: the profile says
 * so from then on, and edits fail with `read-only` before anything is sent. A new token starts
 * anew, since it makes a new profile entry.
 */
export function readingOnly(
  client: RemoteClient,
  { id, site }: StoredProfile,
  profiles: Profiles,
): RemoteClient {
  const edit = async <T>(work: () => Promise<T>): Promise<T> => {
    if (profiles.get(id)?.access === 'read-only') {
      const { host } = new URL(site)
      throw new FailureError({ kind: 'read-only', site: host, scopes: [...editScopes] })
    }
    try {
      return await work()
    } catch (error) {
      if (lacksEditScope(error)) {
        await profiles.change(id, (profile) => ({ ...profile, access: 'read-only' }))
      }
      throw error
    }
  }
  return {
    ...client,
    create: (ends, signal) => edit(() => client.create(ends, signal)),
    delete: (ends, signal) => edit(() => client.delete(ends, signal)),
  }
}

const lacksEditScope = (error: unknown): boolean =>
  error instanceof FailureError &&
  error.failure.kind === 'missing-scope' &&
  error.failure.scopes.some((scope) => editScopes.includes(scope))
