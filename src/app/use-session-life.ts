import { useEffect } from 'react'
import { announce } from './announce'
import { arrangeUnplaced } from './first-arrangement'
import type { Session } from './session'
import { takeUp } from './take-up'

/** What a session does as long as it is on the screen; nothing that waits to be kept is lost. */
export function useSessionLife(session: Session): void {
  const { crawl, remote, vocabulary, workspace } = session
  useEffect(() => {
    void remote.listen()
    void vocabulary.load()
    void takeUp(session)
    const silence = announce(session)
    const giveUp = arrangeUnplaced(session)
    const unfollow = workspace.listen()
    const flush = () => {
      void vocabulary.flush()
      void workspace.flush()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
      silence()
      giveUp()
      unfollow()
      crawl.close()
      remote.close()
    }
  }, [session, crawl, remote, vocabulary, workspace])
}
