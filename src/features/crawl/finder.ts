import type { Profile, Searched } from '@shared/contract'
import type { Entity } from '@shared/graph'
import { attempt, type Attempt, type Client } from '../../transport'

/** Looks entities up on one site, for whatever field a person types in. */
export type Finder = {
  readonly site: string
  /** By words of a title. */
  readonly search: (text: string, signal?: AbortSignal) => Promise<Attempt<Searched>>
  /** By an address or a reference. */
  readonly resolve: (text: string) => Promise<Attempt<Entity>>
}

export const createFinder = (client: Client, { id: profile, site }: Profile): Finder => ({
  site,
  search: (text, signal) =>
    attempt(client.remote.search({ profile, text }, signal === undefined ? {} : { signal })),
  resolve: (text) => attempt(client.remote.resolve({ profile, text })),
})
