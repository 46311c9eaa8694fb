import { useEffect, useRef, useState } from 'react'
import type { Profile } from '@shared/contract'
import { explain, FailureError } from '@shared/failure'
import type { Credentials } from '../features/credentials'
import { openSession, type Session } from '../session'
import type { Client } from '../transport'
import { afterPress, type Voice } from '../ui'
import { forgetLastOpen, keepHere, keepLastOpen, type LastOpen, leaveLastOpen } from './last-open'

type Parts = {
  readonly client: Client
  readonly credentials: Credentials
  readonly notices: Voice
  readonly version: string
  /** What is to be opened at once; null for the first screen. */
  readonly before: LastOpen | null
}

type Wanted = { readonly workspace?: string; readonly left?: string | null }

/**
 * The session that is open. A tab that is loaded again, or come back to, opens what it had open, and so
 * does the program when it is started again; only an act of the person leads to the first screen.
 */
export function useSession({ client, credentials, notices, version, before }: Parts) {
  const [session, setSession] = useState<Session | null>(null)
  const [reopening, setReopening] = useState(before !== null)
  const begun = useRef(false)

  const open = async (profile: Profile, { workspace, left = null }: Wanted = {}) => {
    // What is still waiting to be written must be in its file before another is opened.
    await session?.workspace.close()
    const around = { client, profile, notices, version, whenFree: afterPress, left }
    setSession(await openSession(around, workspace))
  }
  const tell = async (work: Promise<void>): Promise<boolean> => {
    try {
      await work
      return true
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      notices.say({ tone: 'bad', ...explain(error.failure) })
      return false
    }
  }
  const reopen = async ({ workspace, left, ...kept }: LastOpen) =>
    open(await profileOf(credentials, kept), { workspace, left })

  useEffect(() => {
    if (before === null || begun.current) return
    begun.current = true
    void tell(reopen(before)).then((isOpen) => {
      if (!isOpen) forgetLastOpen()
      setReopening(false)
    })
  })
  useEffect(
    () => (session === null ? undefined : keepWhatIsOpen(session, client)),
    [session, client],
  )

  return {
    session,
    reopening,
    open: (profile: Profile, workspace?: string) =>
      void tell(open(profile, workspace === undefined ? {} : { workspace })),
    leave: () => void leaveLastOpen(client).then(() => setSession(null)),
  }
}

/** The connection of before. Throws a `FailureError` where it is not known any more. */
async function profileOf(
  credentials: Credentials,
  { profile, isDemo }: Pick<LastOpen, 'profile' | 'isDemo'>,
): Promise<Profile> {
  if (isDemo) {
    const demo = await credentials.demo()
    if (!demo.ok) throw new FailureError(demo.failure)
    return demo.value
  }
  await credentials.refresh()
  const { profiles, listing } = credentials.store.getState()
  if (listing.kind === 'failed') throw new FailureError(listing.failure)
  const known = profiles.find(({ id }) => id === profile)
  if (known === undefined) throw new FailureError({ kind: 'unknown-profile' })
  return known
}

/** Remembers what is open, for this tab and for the next start, and when its page is left. Returns how to stop. */
function keepWhatIsOpen({ profile, workspace, page }: Session, client: Client): () => void {
  const open = (left: string | null): LastOpen => ({
    profile: profile.id,
    isDemo: profile.kind === 'demo',
    workspace: workspace.store.getState().id,
    left,
  })
  const onHide = () => keepHere(open(page))
  const keep = () => keepLastOpen(client, open(null))
  keep()
  const stop = workspace.store.subscribe((now, old) => {
    if (now.id !== old.id) keep()
  })
  window.addEventListener('pagehide', onHide)
  return () => {
    stop()
    window.removeEventListener('pagehide', onHide)
  }
}
