import type { CrawlProgress } from '@shared/crawl'
import { explain, type Failure } from '@shared/failure'
import type { Io } from './io'
import { everyStep } from './values'

/** ms between two lines where the output is no screen. */
const pause = 2_000

/** How far a crawl is: one line that is drawn over on a screen, else a line now and then. */
export function createProgressLine({ err, isScreen }: Pick<Io, 'err' | 'isScreen'>) {
  let last = Number.NEGATIVE_INFINITY
  return {
    show: (progress: CrawlProgress): void => {
      if (isScreen) {
        err(`\r\u001b[K${words(progress)}`)
        return
      }
      if (performance.now() - last < pause) return
      last = performance.now()
      err(`${words(progress)}\n`)
    },
    end: (): void => {
      if (isScreen) err('\r\u001b[K')
    },
  }
}

const words = (progress: CrawlProgress): string =>
  progress.hold === undefined ? stepWords(progress) : holdWords(progress.hold.failure)

const holdWords = (failure: Failure): string =>
  `${explain(failure).sentence} It goes on by itself when the site answers.`

const stepWords = (progress: CrawlProgress): string =>
  `step ${progress.depth}${progress.maxDepth < everyStep ? ` of ${progress.maxDepth}` : ''}: ${progress.nodes} nodes, ${progress.relations} relations, ${progress.calls} calls, ${progress.waiting + progress.inFlight} questions open`
