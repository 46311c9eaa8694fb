import type { CrawlProgress } from '@shared/crawl'
import { explain, type Failure } from '@shared/failure'
import type { Io } from './io'
import { everyStep } from './values'

/** ms between two lines where the output is no screen. */
const pause = 2_000

/** How far a crawl is. */
export function createProgressLine(io: Pick<Io, 'err' | 'isScreen'>) {
  const line = createLine(io)
  return {
    show: (progress: CrawlProgress): void => line.show(words(progress)),
    end: line.end,
  }
}

/** One line that is drawn over on a screen, else a line now and then. */
export function createLine({ err, isScreen }: Pick<Io, 'err' | 'isScreen'>) {
  let last = Number.NEGATIVE_INFINITY
  return {
    show: (text: string): void => {
      if (isScreen) {
        err(`\r\u001b[K${text}`)
        return
      }
      if (performance.now() - last < pause) return
      last = performance.now()
      err(`${text}\n`)
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
