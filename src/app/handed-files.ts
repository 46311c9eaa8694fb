import type { HandedFile } from '@shared/contract'
import { explain } from '@shared/failure'
import { quoted } from '@shared/text'
import type { Session } from '../session'
import { attempt, type Client } from '../transport'
import type { Voice } from '../ui'

type Parts = {
  readonly client: Client
  readonly notices: Voice
  /** The session that is open now. */
  readonly session: () => Session | null
  readonly open: (profile: Session['profile'], workspace: string) => void
}

/** Files that a person opens with the program: each is taken in once a site is open. */
export function createHandedFiles({ client, notices, session, open }: Parts) {
  const waiting: HandedFile[] = []

  /** Takes in the next that waits, where a site is open. */
  const take = async (): Promise<void> => {
    const here = session()
    const file = here === null ? undefined : waiting.shift()
    if (here === null || file === undefined) return
    const { profile } = here
    const { name, upload, workspace } = file
    if (workspace !== null) {
      open(profile, workspace)
      return
    }
    const wanted = { profile: profile.id, name, upload: upload ?? '' }
    const answer = await attempt(client.workspace.upload(wanted))
    if (answer.ok) open(profile, answer.value.id)
    else notices.say({ tone: 'bad', ...explain(answer.failure) })
  }
  const hear = (file: HandedFile): void => {
    if (file.upload === null && file.workspace === null) {
      notices.say({
        tone: 'bad',
        sentence: `${quoted(file.name)} could not be read.`,
        next: 'Look whether it is still there and may be read, then open it again.',
      })
      return
    }
    waiting.push(file)
    if (session() !== null) void take()
    else {
      notices.say({
        tone: 'plain',
        sentence: `${quoted(file.name)} opens as soon as its site is open.`,
        next: 'Choose the connection to its site.',
        stay: 0,
      })
    }
  }
  const follow = async (signal: AbortSignal): Promise<void> => {
    try {
      for await (const file of await client.shell.files(undefined, { signal })) hear(file)
    } catch {
      // The host is gone, which is said elsewhere.
    }
  }
  return {
    take,
    /** Hears of files until it is stopped. */
    follow: (): (() => void) => {
      const stop = new AbortController()
      void follow(stop.signal)
      return () => stop.abort()
    },
  }
}
