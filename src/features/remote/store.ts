import { createStore } from 'zustand/vanilla'
import type { Pace, Profile, RemoteEvent, WireCall } from '@shared/contract'
import { attempt, type Client } from '../../transport'
import { createSiteCheck } from './site-check'

export type RemoteState = {
  /** Null until the host has told it. */
  readonly pace: Pace | null
  /** The last calls, oldest first. */
  readonly calls: readonly WireCall[]
}

/**
 * All calls to the site since the program started, whatever they were made for; retries, and what was
 * given up, are calls too. The one count that is shown of them.
 */
export const callsMade = ({ calls }: Pick<RemoteState, 'calls'>): number => calls.at(-1)?.id ?? 0

/** Older calls are dropped here as they are at the host. */
const longest = 2_000
/** After this many ms a broken stream is asked for again. */
const again = 2_000

export const taken = (state: RemoteState, event: RemoteEvent): RemoteState => {
  if (event.kind === 'pace') return { ...state, pace: event.pace }
  const last = state.calls.at(-1)?.id ?? -1
  // A stream that begins anew tells the last calls once more.
  const fresh = event.calls.filter(({ id }) => id > last)
  return { ...state, calls: [...state.calls, ...fresh].slice(-longest) }
}

/** How fast the site is asked, and each call as it happens. */
export function createRemoteStore(client: Client, profile: Profile) {
  const store = createStore<RemoteState>(() => ({ pace: null, calls: [] }))
  const closing = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const listen = async (): Promise<void> => {
    try {
      const options = { signal: closing.signal }
      const events = await client.remote.watch({ profile: profile.id }, options)
      for await (const event of events) store.setState((state) => taken(state, event))
    } catch {
      // The calls themselves fail with a reason where the host is gone; this only shows them.
    }
    if (!closing.signal.aborted) timer = setTimeout(() => void listen(), again)
  }
  return {
    store,
    listen,
    checkSite: createSiteCheck(client, profile),
    /** Gives up what waits for its turn. */
    cancelWaiting: () => attempt(client.remote.cancelWaiting({ profile: profile.id })),
    close: () => {
      clearTimeout(timer)
      closing.abort()
    },
  }
}
export type Remote = ReturnType<typeof createRemoteStore>
