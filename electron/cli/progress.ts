import type { CrawlProgress } from '@shared/crawl'
import type { Io } from './io'

/** ms between two lines where the output is no screen. */
const pause = 2_000

/** How far a crawl is: one line that is drawn over on a screen, else a line now and then. */
export function createProgressLine({ err, isScreen }: Pick<Io, 'err' | 'isScreen'>) {
  let last = 0
  return {
    show: (progress: CrawlProgress): void => {
      if (isScreen) {
        err(`\r\u001b[K${words(progress)}`)
        return
      }
      if (Date.now() - last < pause) return
      last = Date.now()
      err(`${words(progress)}\n`)
    },
    end: (): void => {
      if (isScreen) err('\r\u001b[K')
    },
  }
}

const words = (progress: CrawlProgress): string =>
  `step ${progress.depth} of ${progress.maxDepth}: ${progress.nodes} nodes, ${progress.relations} relations, ${progress.calls} calls, ${progress.waiting + progress.inFlight} questions open`
