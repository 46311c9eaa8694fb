import { delay } from 'es-toolkit/promise'
import { z } from 'zod'
import { attempt, type Client } from '../transport'

const name = 'relation-explorer-open'

const LastOpen = z.object({
  profile: z.string(),
  /** The demo site may have to be started before it is opened. */
  isDemo: z.boolean(),
  workspace: z.string(),
  /** The page that was left by a reload or for another site; null while it is still there. */
  left: z.string().nullable(),
})
export type LastOpen = z.infer<typeof LastOpen>

/** What this tab had open before it was loaded again; null for a tab that begins. */
function lastOpen(): LastOpen | null {
  const kept = sessionStorage.getItem(name)
  if (kept === null) return null
  try {
    return LastOpen.parse(JSON.parse(kept))
  } catch {
    // Another version of the program wrote it.
    return null
  }
}

/**
 * What a page begins with: what it had open before it was loaded again, or, where it is the first one
 * of a start, what was open when the program ended.
 */
export async function openBefore(client: Client): Promise<LastOpen | null> {
  const here = lastOpen()
  if (here !== null) return here
  const taken = await attempt(client.shell.takeLastSession())
  return taken.ok && taken.value !== null ? { ...taken.value, isDemo: false, left: null } : null
}

/** Remembers it for this tab, and for the next start of the program. */
export function keepLastOpen(client: Client, open: LastOpen): void {
  keepHere(open)
  const { profile, workspace, isDemo } = open
  // The demo site is another one at each start, and so are its workspaces.
  void attempt(client.shell.keepLastSession({ open: isDemo ? null : { profile, workspace } }))
}

/** For this tab alone, whose page is about to go. */
export const keepHere = (open: LastOpen): void => sessionStorage.setItem(name, JSON.stringify(open))

/** So long a program that does not answer holds nobody up, ms. */
const patience = 1_000

/**
 * A person has left it. It is left once the program has heard of it: who ends the program at once is
 * not brought back by the next start.
 */
export async function leaveLastOpen(client: Client): Promise<void> {
  forgetLastOpen()
  await Promise.race([attempt(client.shell.keepLastSession({ open: null })), delay(patience)])
}

export const forgetLastOpen = (): void => sessionStorage.removeItem(name)
