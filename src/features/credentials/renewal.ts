import type { Profile } from '@shared/contract'
import { attempt, type Attempt, type Client } from '../../transport'
import { takesToken } from './takes-token'

/** Takes a new token for one connection, wherever its old one turns out to be missing or dead. */
export type Renewal = {
  /** Null where the connection is signed in to otherwise. */
  readonly email: string | null
  readonly renew: (token: string) => Promise<Attempt<Profile>>
}

export const createRenewal = (client: Client, profile: Profile): Renewal => ({
  email: takesToken(profile) ? profile.email : null,
  renew: (token) => attempt(client.credentials.renew({ profile: profile.id, token })),
})
