import type { Familiar, Profile, Searched } from '@shared/contract'
import type { Entity } from '@shared/graph'
import { attempt, type Attempt, type Client } from '../../transport'

/** Looks entities up on one site, for whatever field a person types in. */
export type Finder = {
  readonly site: string
  /** By words of a title. */
  readonly search: (text: string, signal?: AbortSignal) => Promise<Attempt<Searched>>
  /** What the person viewed last and starred; asked for once. */
  readonly familiar: () => Promise<Attempt<Familiar>>
  /** By an address or a reference. */
  readonly resolve: (text: string) => Promise<Attempt<Entity>>
}

export function createFinder(client: Client, { id: profile, site }: Profile): Finder {
  let known: Promise<Attempt<Familiar>> | null = null
  const askOnce = async (): Promise<Attempt<Familiar>> => {
    const answer = await attempt(client.remote.familiar({ profile }))
    // What failed may do better when the box is opened again.
    if (!answer.ok) known = null
    return answer
  }
  return {
    site,
    familiar: () => (known ??= askOnce()),
    search: (text, signal) =>
      attempt(client.remote.search({ profile, text }, signal === undefined ? {} : { signal })),
    resolve: (text) => attempt(client.remote.resolve({ profile, text })),
  }
}
