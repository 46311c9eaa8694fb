import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { explain } from '@shared/failure'
import { Button, FailureNote, ProgressBar, ProgressFact } from '../../ui'
import type { Renewal } from '../credentials'
import { CrawlHold } from './crawl-hold'
import { endWords } from './end-words'
import { shareDone } from './share-done'
import type { CrawlModel } from './store'

type Props = {
  renewal: Renewal
  crawl: CrawlModel
  /** The buttons of acts on a crawl that runs. */
  brakes: { readonly pause: ReactNode; readonly resume: ReactNode; readonly stop: ReactNode }
  onKeep: () => void
}

/** How far the crawl is, with the brakes; afterwards, how it ended. */
export function CrawlProgress({ renewal, crawl, brakes, onKeep }: Props) {
  const run = useStore(crawl.store, (state) => state.run)
  if (run.kind === 'idle') return null
  const { progress } = run
  return (
    <section className="progress" aria-label="Crawl progress" tabIndex={-1}>
      {run.kind === 'active' && (
        <>
          <ProgressBar label="Questions answered" part={shareDone(progress)} />
          <div className="row">
            {progress.hold === undefined &&
              (progress.state === 'paused' ? brakes.resume : brakes.pause)}
            {brakes.stop}
          </div>
        </>
      )}
      {progress.hold !== undefined && <CrawlHold {...{ renewal, crawl }} hold={progress.hold} />}
      <dl className="progress__facts">
        <ProgressFact name="Depth" value={`${progress.depth} of ${progress.maxDepth}`} />
        <ProgressFact name="Nodes" value={progress.nodes.toLocaleString('en')} />
        <ProgressFact name="Relations" value={progress.relations.toLocaleString('en')} />
        <ProgressFact name="Calls" value={progress.calls.toLocaleString('en')} />
        {run.kind === 'active' && (
          <ProgressFact
            name="Questions left"
            value={(progress.waiting + progress.inFlight).toLocaleString('en')}
          />
        )}
      </dl>
      <p className="progress__end" role="status" aria-live="off">
        {run.kind === 'ended'
          ? endWords(run.summary)
          : progress.hold !== undefined
            ? 'Waiting.'
            : progress.state === 'paused'
              ? 'Paused.'
              : ''}
      </p>
      {run.kind === 'ended' && <Button onClick={onKeep}>Keep as a snapshot…</Button>}
      {run.kind === 'ended' && run.summary.failure !== undefined && (
        <FailureNote {...explain(run.summary.failure)} />
      )}
    </section>
  )
}
