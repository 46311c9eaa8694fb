import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect, useMemo, useState } from 'react'
import type { ShellInfo } from '@shared/contract'
import { explain } from '@shared/failure'
import { createCredentialsStore } from '../features/credentials'
import { MissingToken, Welcome } from '../features/credentials/panels'
import { keepSettings } from '../commands'
import { WelcomeHelp } from '../commands/panels'
import type { Connection } from '../transport'
import {
  createNotices,
  FailureHelp,
  FailureNote,
  keepFocus,
  NoticeArea,
  SaidOverPage,
  Tell,
} from '../ui'
import { ErrorBoundary } from './error-boundary'
import { Explorer } from './explorer'
import type { LastOpen } from './last-open'
import { tellShell } from './tell-shell'
import { useHandedFiles } from './use-handed-files'
import { useSession } from './use-session'

type Props = { connection: Connection; shell: ShellInfo; before: LastOpen | null }

/** Welcome until a site is open, then the explorer; what was open `before` is opened at once. */
export function App({ connection, shell, before }: Props) {
  const { client } = connection
  const notices = useMemo(() => createNotices(), [])
  const credentials = useMemo(() => createCredentialsStore(client), [client])
  const { session, reopening, open, leave } = useSession({
    ...{ client, credentials, notices },
    version: shell.version,
    before,
  })
  useHandedFiles({ client, session, notices, open })
  const [lost, setLost] = useState(false)

  useEffect(() => void credentials.refresh(), [credentials])
  useEffect(() => keepFocus(), [])
  useEffect(() => keepSettings(client, notices), [client, notices])
  useEffect(() => (session === null ? undefined : tellShell(client, session)), [client, session])
  useEffect(() => connection.onLost(() => setLost(true)), [connection])

  const help = session && <MissingToken renewal={session.renewal} />
  return (
    <CSPProvider disableStyleElements>
      <Tell value={notices.tell}>
        <FailureHelp value={() => help}>
          {lost && (
            <div className="lost">
              <FailureNote {...gone} />
            </div>
          )}
          <SaidOverPage value={lost ? gone.sentence : null}>
            {session === null && reopening && <Reopening />}
            {session === null && !reopening && (
              <Welcome credentials={credentials} onOpen={open} help={<WelcomeHelp />} />
            )}
            {session !== null && (
              <ErrorBoundary key={`${session.profile.id} ${session.opened.info.id}`}>
                <Explorer
                  session={session}
                  credentials={credentials}
                  version={shell.version}
                  isFirst={shell.firstStart}
                  onOpen={open}
                  onLeave={leave}
                />
              </ErrorBoundary>
            )}
          </SaidOverPage>
          <NoticeArea notices={notices} />
        </FailureHelp>
      </Tell>
    </CSPProvider>
  )
}

const gone = explain({ kind: 'host-gone' })

const Reopening = () => (
  <main className="welcome" aria-label="Opening" tabIndex={-1}>
    <p role="status">Opening what was open here…</p>
  </main>
)
