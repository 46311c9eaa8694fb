import { useEffect, useRef } from 'react'
import type { Profile } from '@shared/contract'
import type { Session } from '../session'
import type { Client } from '../transport'
import type { Voice } from '../ui'
import { createHandedFiles } from './handed-files'

type Parts = {
  readonly client: Client
  readonly session: Session | null
  readonly notices: Voice
  readonly open: (profile: Profile, workspace?: string) => void
}

/** Opens files that a person opened with the program; they wait until a site is open. */
export function useHandedFiles({ client, session, notices, open }: Parts): void {
  const latest = useRef({ session, open })
  useEffect(() => {
    latest.current = { session, open }
  })
  const files = useRef<ReturnType<typeof createHandedFiles> | null>(null)
  useEffect(() => {
    files.current = createHandedFiles({
      ...{ client, notices },
      session: () => latest.current.session,
      open: (profile, workspace) => latest.current.open(profile, workspace),
    })
    return files.current.follow()
  }, [client, notices])
  useEffect(() => void files.current?.take(), [session])
}
