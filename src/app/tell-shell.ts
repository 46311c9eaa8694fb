import { attempt, type Client } from '../transport'
import type { Session } from '../session'
import { endOfWork, workShare, type WorkShare } from './work-share'

const programName = 'Relation Explorer for Confluence'
/** ms between two looks at how far the work is. */
const pause = 500

/** What shows the page: a window of ours, or a tab. */
export type Shown = {
  readonly setTitle: (title: string) => void
  readonly isLookedAt: () => boolean
  /** ms after which a person has turned to something else, and is told of the end. */
  readonly long: number
}

export const shownHere: Shown = {
  setTitle: (title) => void (document.title = title),
  isLookedAt: () => document.hasFocus(),
  long: 20_000,
}

const siteOf = ({ profile }: Session): string =>
  profile.kind === 'demo' ? 'Demo site' : new URL(profile.site).host

/** What the window or the tab is called: the workspace, its site, and how far the work is. */
export function titleOf(session: Session | null, share: WorkShare | null): string {
  if (session === null) return programName
  const names = new Set([session.workspace.store.getState().id, siteOf(session), programName])
  const part = share?.part ?? null
  const done = part === null ? '' : `${Math.floor(part * 100)} % `
  return `${done}${[...names].join(' – ')}`
}

/**
 * Tells the window, or the tab, what is open and how far the work is, and the person, where they look
 * at something else, that long work has ended. Returns how to stop.
 */
export function tellShell(
  client: Pick<Client, 'shell'>,
  session: Session,
  { setTitle, isLookedAt, long }: Shown = shownHere,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: WorkShare | null = null
  let began = 0
  const tell = () => {
    timer = undefined
    const share = workShare(session)
    setTitle(titleOf(session, share))
    if (share !== null || last !== null) {
      void attempt(
        client.shell.progress({
          part: share?.part ?? null,
          isRunning: share !== null,
          isPaused: share?.isPaused ?? false,
        }),
      )
    }
    if (last === null && share !== null) began = performance.now()
    if (last !== null && share === null) tellEnd(performance.now() - began)
    last = share
  }
  const tellEnd = (ms: number) => {
    const words = endOfWork(session)
    if (words === null || ms < long || isLookedAt()) return
    void attempt(client.shell.notify({ title: titleOf(session, null), body: words }))
  }
  const later = () => {
    timer ??= setTimeout(tell, pause)
  }
  tell()
  const stops = [
    session.workspace.store.subscribe((now, old) => {
      if (now.id !== old.id) later()
    }),
    session.crawl.store.subscribe((now, old) => {
      if (now.run !== old.run) later()
    }),
    session.map.store.subscribe((now, old) => {
      if (now.run !== old.run) later()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
    setTitle(titleOf(null, null))
  }
}
