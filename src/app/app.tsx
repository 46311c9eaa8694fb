import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect, useMemo, useState } from 'react'
import type { Profile, ShellInfo } from '@shared/contract'
import { explain } from '@shared/failure'
import { createCredentialsStore, Welcome } from '../features/credentials'
import type { Connection } from '../transport'
import { createNotices, FailureNote, NoticeArea } from '../ui'
import { ErrorBoundary } from './error-boundary'
import { Explorer } from './explorer'
import { createSession, type Session } from './session'

type Props = { connection: Connection; shell: ShellInfo }

/** Welcome until a site is open, then the explorer. */
export function App({ connection, shell }: Props) {
  const { client } = connection
  const notices = useMemo(() => createNotices(), [])
  const credentials = useMemo(() => createCredentialsStore(client), [client])
  const [session, setSession] = useState<Session | null>(null)
  const [lost, setLost] = useState(false)

  useEffect(() => void credentials.refresh(), [credentials])
  useEffect(() => connection.onLost(() => setLost(true)), [connection])

  const open = (profile: Profile) => setSession(createSession(client, profile, notices))
  return (
    <CSPProvider disableStyleElements>
      {lost && (
        <div className="lost">
          <FailureNote {...explain({ kind: 'host-gone' })} />
        </div>
      )}
      {session === null ? (
        <Welcome credentials={credentials} onOpen={open} />
      ) : (
        <ErrorBoundary key={session.profile.id}>
          <Explorer
            session={session}
            credentials={credentials}
            version={shell.version}
            onOpen={open}
            onLeave={() => setSession(null)}
          />
        </ErrorBoundary>
      )}
      <NoticeArea notices={notices} />
    </CSPProvider>
  )
}
