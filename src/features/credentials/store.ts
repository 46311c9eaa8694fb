import { createStore } from 'zustand/vanilla'
import type { OAuthSignIn, Profile, SecretStore, SignIn } from '@shared/contract'
import type { Failure } from '@shared/failure'
import { attempt, type Attempt, type Client } from '../../transport'

export type CredentialsState = {
  readonly profiles: readonly Profile[]
  readonly secrets: SecretStore | null
  readonly listing: { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; failure: Failure }
}

/** The known connections. A token passes through `test` and `add` and is kept nowhere here. */
export function createCredentialsStore(client: Client) {
  const store = createStore<CredentialsState>(() => ({
    profiles: [],
    secrets: null,
    listing: { kind: 'loading' },
  }))

  const refresh = async () => {
    void attempt(client.credentials.secretStore()).then((secrets) => {
      if (secrets.ok) store.setState({ secrets: secrets.value })
    })
    const listed = await attempt(client.credentials.list())
    store.setState(
      listed.ok
        ? { ...listed.value, listing: { kind: 'ready' } }
        : { listing: { kind: 'failed', failure: listed.failure } },
    )
  }
  const keeping = async (work: Promise<Attempt<Profile>>) => {
    const result = await work
    if (result.ok) await refresh()
    return result
  }
  return {
    store,
    refresh,
    test: (signIn: SignIn) => attempt(client.credentials.test(signIn)),
    add: (signIn: SignIn) => keeping(attempt(client.credentials.add(signIn))),
    oauthStart: (given: OAuthSignIn) => attempt(client.credentials.oauthStart(given)),
    oauthFinish: (waiting: string, signal: AbortSignal) =>
      keeping(attempt(client.credentials.oauthFinish({ attempt: waiting }, { signal }))),
    setConcurrency: async (profile: string, concurrency: number) => {
      const set = await attempt(client.credentials.setConcurrency({ profile, concurrency }))
      await refresh()
      return set
    },
    demo: () => keeping(attempt(client.credentials.demo())),
    remove: async (profile: string) => {
      const removed = await attempt(client.credentials.remove({ profile }))
      await refresh()
      return removed
    },
  }
}
export type Credentials = ReturnType<typeof createCredentialsStore>
