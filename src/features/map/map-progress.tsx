import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { explain } from '@shared/failure'
import type { MapKept, MapSummary } from '@shared/map'
import { Button, FailureNote, ProgressBar, ProgressFact } from '../../ui'
import type { Remote } from '../remote'
import { partRead } from './part-read'
import { isReadWhole } from './read-whole'
import type { MapModel, MapRun } from './store'
import { endWords, gapWords, keptWords, refreshPrice } from './words'

type Props = {
  map: MapModel
  remote: Remote
  /** The buttons of acts on a map that runs. */
  brakes: { readonly pause: ReactNode; readonly resume: ReactNode; readonly stop: ReactNode }
  /** The buttons of acts on a map that is read to its end. */
  refreshes: { readonly quick: ReactNode; readonly reconcile: ReactNode }
}

/** How far the map is, with the brakes; afterwards, how it ended. */
export function MapProgress({ map, remote, brakes, refreshes }: Props) {
  const run = useStore(map.store, (state) => state.run)
  const kept = useStore(map.store, (state) => state.kept)
  if (run.kind === 'idle' && kept === null) return null
  return (
    <section className="progress" aria-label="Map progress">
      {run.kind === 'active' && <Active {...{ remote, run, brakes }} />}
      {run.kind === 'ended' && <Ended summary={run.summary} />}
      {run.kind === 'failed' && <FailureNote {...explain(run.failure)} />}
      {run.kind !== 'active' && kept !== null && <Kept {...{ map, kept, refreshes }} />}
    </section>
  )
}

type ActiveProps = Omit<Props, 'map' | 'refreshes'> & { run: Extract<MapRun, { kind: 'active' }> }

function Active({ remote, run, brakes }: ActiveProps) {
  const pace = useStore(remote.store, (state) => state.pace)
  const { progress, paused, about } = run
  const waiting = (pace?.inFlight ?? 0) + (pace?.waiting ?? 0)
  return (
    <>
      <ProgressBar label="Pages read" part={partRead(progress, about)} />
      <div className="row">
        {paused ? brakes.resume : brakes.pause}
        {brakes.stop}
      </div>
      <dl className="progress__facts map-facts">
        <ProgressFact name="Pages read" value={pagesRead(progress.pages, about)} />
        <ProgressFact name="Relations" value={progress.relations.toLocaleString('en')} />
        <ProgressFact name="Calls" value={progress.calls.toLocaleString('en')} />
        <ProgressFact name="Calls waiting" value={waiting.toLocaleString('en')} />
      </dl>
      <p className="progress__end" role="status" aria-live="off">
        {paused ? 'Paused.' : progress.phase === 'resolving' ? 'Looking up what pages name.' : ''}
      </p>
    </>
  )
}

const pagesRead = (pages: number, about: number | null): string =>
  about === null
    ? pages.toLocaleString('en')
    : `${pages.toLocaleString('en')} of about ${Math.max(about, pages).toLocaleString('en')}`

type KeptProps = Pick<Props, 'map' | 'refreshes'> & { kept: MapKept }

/** What the workspace keeps, and the way on: to what is left to be read, or to what the site has now. */
function Kept({ map, kept, refreshes }: KeptProps) {
  const mayGoOn = kept.ended?.state !== 'complete' && !kept.isRunning
  return (
    <>
      <p className="hint">{keptWords(kept)}</p>
      {mayGoOn && (
        <Button onClick={() => void map.goOn()}>
          <Play size={14} aria-hidden />{' '}
          {kept.refreshing === null ? 'Continue map' : 'Continue refresh'}
        </Button>
      )}
      {isReadWhole(kept) && (
        <>
          {refreshes.quick}
          <p className="hint">{refreshPrice('quick', kept)}</p>
          {refreshes.reconcile}
          <p className="hint">
            {refreshPrice('reconcile', kept)} It also finds what was deleted or moved away.
          </p>
        </>
      )}
    </>
  )
}

function Ended({ summary }: { summary: MapSummary }) {
  const gaps = gapWords(summary)
  return (
    <>
      <p className="progress__end" role="status" aria-live="off">
        {endWords(summary)}
      </p>
      {gaps.length > 0 && (
        <ul className="hint">
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
      {summary.failure !== undefined && <FailureNote {...explain(summary.failure)} />}
    </>
  )
}
