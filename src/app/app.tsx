import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect, useMemo, useState } from 'react'
import type { Profile, ShellInfo } from '@shared/contract'
import { explain, FailureError } from '@shared/failure'
import { createCredentialsStore, MissingToken, Welcome } from '../features/credentials'
import type { Connection } from '../transport'
import { createNotices, FailureHelp, FailureNote, NoticeArea } from '../ui'
import { ErrorBoundary } from './error-boundary'
import { Explorer } from './explorer'
import { openSession, type Session } from './session'

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

  const open = async (profile: Profile, workspace?: string): Promise<void> => {
    try {
      // What is still waiting to be written must be in its file before another is opened.
      await session?.workspace.close()
      setSession(await openSession(client, profile, notices, workspace))
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      notices.say({ tone: 'bad', ...explain(error.failure) })
    }
  }
  const help = session && <MissingToken client={client} profile={session.profile} />
  return (
    <CSPProvider disableStyleElements>
      <FailureHelp value={() => help}>
        {lost && (
          <div className="lost">
            <FailureNote {...explain({ kind: 'host-gone' })} />
          </div>
        )}
        {session === null ? (
          <Welcome credentials={credentials} onOpen={(profile) => void open(profile)} />
        ) : (
          <ErrorBoundary key={`${session.profile.id} ${session.opened.info.id}`}>
            <Explorer
              session={session}
              credentials={credentials}
              version={shell.version}
              isFirst={shell.firstStart}
              onOpen={(profile, workspace) => void open(profile, workspace)}
              onLeave={() => setSession(null)}
            />
          </ErrorBoundary>
        )}
        <NoticeArea notices={notices} />
      </FailureHelp>
    </CSPProvider>
  )
}
