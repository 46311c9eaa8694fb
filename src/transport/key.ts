import { z } from 'zod'
import { FailureError } from '@shared/failure'

const name = 'relation-explorer-key'

type Place = {
  readonly location: Pick<Location, 'hash' | 'pathname'>
  readonly history: Pick<History, 'replaceState'>
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly fetch: typeof globalThis.fetch
}

const Answer = z.object({ key: z.string().min(1) })

/**
 * The key of this launch, for the ticket in the address. The ticket comes in the fragment, which is
 * never sent with a page, and is taken out of the address at once; the key is kept for reloads of
 * this tab only. Throws `host-gone` where nobody answers, and `no-ticket` where the ticket is used.
 */
export async function fetchKey(place: Place): Promise<string> {
  const { sessionStorage } = place
  const ticket = takeTicket(place)
  const kept = sessionStorage.getItem(name)
  const answer = await ask(place, {
    ...(ticket === null ? {} : { ticket }),
    ...(kept === null ? {} : { key: kept }),
  })
  const read = Answer.safeParse(answer)
  if (!read.success) {
    sessionStorage.removeItem(name)
    throw new FailureError({ kind: 'no-ticket' })
  }
  sessionStorage.setItem(name, read.data.key)
  return read.data.key
}

function takeTicket({ location, history }: Place): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('ticket')
  if (given === null || given === '') return null
  history.replaceState(null, '', location.pathname)
  return given
}

/** Null where the host lets nobody in with this. */
async function ask(
  { fetch }: Place,
  given: { readonly ticket?: string; readonly key?: string },
): Promise<unknown> {
  try {
    const response = await fetch('/key', { method: 'POST', body: JSON.stringify(given) })
    if (!response.ok) return null
    const value: unknown = await response.json()
    return value
  } catch (cause) {
    throw new FailureError({ kind: 'host-gone' }, { cause })
  }
}
