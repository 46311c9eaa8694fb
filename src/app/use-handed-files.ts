import { useEffect, useRef } from 'react'
import type { HandedFile, Profile } from '@shared/contract'
import { explain } from '@shared/failure'
import { quoted } from '@shared/text'
import type { Session } from '../session'
import { attempt, type Client } from '../transport'
import type { Voice } from '../ui'

type Parts = {
  readonly client: Client
  readonly session: Session | null
  readonly notices: Voice
  readonly open: (profile: Profile, workspace?: string) => void
}

/** Opens files that a person opened with the program; they wait until a site is open. */
export function useHandedFiles({ client, session, notices, open }: Parts): void {
  const waiting = useRef<HandedFile[]>([])
  const latest = useRef({ session, open })
  useEffect(() => {
    latest.current = { session, open }
  })
  const take = useRef(async (): Promise<void> => undefined)
  useEffect(() => {
    take.current = async () => {
      const { session: here, open: show } = latest.current
      const file = here === null ? undefined : waiting.current.shift()
      if (here === null || file === undefined) return
      const { profile } = here
      const { name, upload, workspace } = file
      if (workspace !== null) return show(profile, workspace)
      const answer = await attempt(
        client.workspace.upload({ profile: profile.id, name, upload: upload ?? '' }),
      )
      if (answer.ok) show(profile, answer.value.id)
      else notices.say({ tone: 'bad', ...explain(answer.failure) })
    }
  }, [client, notices])
  useEffect(() => {
    void take.current()
  }, [session])
  useEffect(() => {
    const stop = new AbortController()
    void follow(client, stop.signal, (file) => {
      if (file.upload === null && file.workspace === null) {
        notices.say({
          tone: 'bad',
          sentence: `${quoted(file.name)} could not be read.`,
          next: 'Look whether it is still there and may be read, then open it again.',
        })
        return
      }
      waiting.current.push(file)
      if (latest.current.session === null) {
        notices.say({
          tone: 'plain',
          sentence: `${quoted(file.name)} opens as soon as its site is open.`,
          next: 'Choose the connection to its site.',
          stay: 0,
        })
      } else void take.current()
    })
    return () => stop.abort()
  }, [client, notices])
}

async function follow(
  client: Client,
  signal: AbortSignal,
  onFile: (file: HandedFile) => void,
): Promise<void> {
  try {
    for await (const file of await client.shell.files(undefined, { signal })) onFile(file)
  } catch {
    // The host is gone, which is said elsewhere.
  }
}
