import type { Familiar, Searched } from '@shared/contract'
import type { Caller } from './call'
import { familiar } from './familiar'
import { search } from './search'
import type { Site } from './site'

/** What is found by searching the site; each counts its own calls. */
export type Searches = {
  search(text: string, signal?: AbortSignal): Promise<Searched>
  familiar(signal?: AbortSignal): Promise<Familiar>
}

export const searches = (
  site: Site,
  start: (signal: AbortSignal | undefined) => Caller,
): Searches => ({
  search: async (text, signal) => {
    const caller = start(signal)
    return { ...(await search(site, caller, text)), calls: caller.calls() }
  },
  familiar: async (signal) => {
    const caller = start(signal)
    return { ...(await familiar(site, caller)), calls: caller.calls() }
  },
})
