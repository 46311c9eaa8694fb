import { Pause, Play, Square } from 'lucide-react'
import { useStore } from 'zustand'
import type { CrawlProgress as Progress, CrawlSummary } from '@shared/crawl'
import type { Profile } from '@shared/contract'
import { explain } from '@shared/failure'
import { counted } from '@shared/text'
import { Button, FailureNote } from '../../ui'
import type { Client } from '../../transport'
import { CrawlHold } from './crawl-hold'
import type { CrawlModel } from './store'

type Props = { client: Client; profile: Profile; crawl: CrawlModel; onKeep: () => void }

/** How far the crawl is, with the brakes; afterwards, how it ended. */
export function CrawlProgress({ client, profile, crawl, onKeep }: Props) {
  const run = useStore(crawl.store, (state) => state.run)
  if (run.kind === 'idle') return null
  const { progress } = run
  const part = shareDone(progress)
  return (
    <section className="progress" aria-label="Crawl progress">
      {run.kind === 'active' && (
        <>
          <div
            className="progress__bar"
            role="progressbar"
            aria-label="Questions answered"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(part * 100)}
          >
            <span style={{ width: `${part * 100}%` }} />
          </div>
          <div className="row">
            {progress.hold !== undefined ? null : progress.state === 'paused' ? (
              <Button onClick={() => crawl.resume()}>
                <Play size={14} aria-hidden /> Resume
              </Button>
            ) : (
              <Button onClick={() => crawl.pause()}>
                <Pause size={14} aria-hidden /> Pause
              </Button>
            )}
            <Button onClick={() => crawl.stop()}>
              <Square size={14} aria-hidden /> Stop
            </Button>
          </div>
        </>
      )}
      {progress.hold !== undefined && (
        <CrawlHold {...{ client, profile, crawl }} hold={progress.hold} />
      )}
      <dl className="progress__facts">
        <Fact name="Depth" value={`${progress.depth} of ${progress.maxDepth}`} />
        <Fact name="Nodes" value={progress.nodes.toLocaleString('en')} />
        <Fact name="Relations" value={progress.relations.toLocaleString('en')} />
        <Fact name="Calls" value={progress.calls.toLocaleString('en')} />
        {run.kind === 'active' && (
          <Fact
            name="Waiting"
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

/** Answered of all questions known so far; it may step back when a new level is found. */
function shareDone({ answered, waiting, inFlight }: Progress): number {
  const all = answered + waiting + inFlight
  return all === 0 ? 0 : answered / all
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** How a crawl ended, in one or two sentences. */
export function endWords(summary: CrawlSummary): string {
  const found = `${counted(summary.nodes, 'node', 'nodes')}, ${counted(summary.relations, 'relation', 'relations')}, ${counted(summary.calls, 'call', 'calls')}.`
  switch (summary.state) {
    case 'complete':
      return `Complete: ${found}`
    case 'stopped':
      return `Stopped; what came is kept: ${found}`
    case 'failed':
      return `Broken off; what came is kept: ${found}`
    case 'partial':
      return `${partWords(summary)}: ${found}`
  }
}

function partWords(summary: CrawlSummary): string {
  if (summary.reason === 'calls-budget') return 'Stopped at the limit of calls'
  if (summary.reason === 'nodes-budget') return 'Stopped at the limit of nodes'
  return 'Done, with gaps'
}
