import { arrangeUnplaced } from './first-arrangement'
import type { Session } from './session'
import { takeUp } from './take-up'

type Life = {
  /** Keeps at once what waits to be kept. */
  readonly flush: () => Promise<void>
  /** For a person who comes back: what other windows have done is taken in. */
  readonly comeBack: () => Promise<void>
  /** Resolves when nothing is lost any more. */
  readonly end: () => Promise<void>
}

/** What a session does as long as it is open; nothing that waits to be kept is lost with its end. */
export function live(session: Session): Life {
  const { arrivals, crawl, map, remote, vocabulary, workspace } = session
  void remote.listen()
  void vocabulary.load()
  void takeUp(session)
  const giveUp = arrangeUnplaced(session)
  const unfollow = workspace.listen(arrivals)
  const flush = async (): Promise<void> => {
    await Promise.all([vocabulary.flush(), workspace.flush()])
  }
  return {
    flush,
    comeBack: vocabulary.readAgain,
    end: () => {
      const kept = flush()
      giveUp()
      unfollow()
      crawl.close()
      map.close()
      remote.close()
      return kept
    },
  }
}
