import { useEffect, useRef, useState } from 'react'
import { explain, type Failure } from '@shared/failure'
import type { EntityRef } from '@shared/graph'
import { type Judged, mostCalls, type SiteReport } from '@shared/site-check'
import { Button, Dialog, FailureNote } from '../../ui'
import type { SiteCheck } from './site-check'

/** Two pages that the person has chosen to try a relation on. */
export type Sandbox = {
  readonly source: EntityRef
  readonly target: EntityRef
  /** “A” and “B”. */
  readonly words: string
}

type Props = {
  open: boolean
  onClose: () => void
  check: SiteCheck
  /** Null where not exactly two pages are selected, or nothing may be changed. */
  sandbox: Sandbox | null
  onSaveFile: (name: string, content: Blob) => void
}

/** “Check this site”: what it really answers, with the price first and the report afterwards. */
export function SiteCheckDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Check this site"
      description="Asks the site what it really answers, and shows where it differs from what this program assumes."
      wide
    >
      {open && <Body {...rest} />}
    </Dialog>
  )
}

type State =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking'; readonly calls: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly report: SiteReport }

function Body({ check, sandbox, onSaveFile }: Omit<Props, 'open' | 'onClose'>) {
  const [state, setState] = useState<State>({ kind: 'ready' })
  const [writes, setWrites] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    const stop = new AbortController()
    running.current = stop
    setState({ kind: 'asking', calls: 0, of: mostCalls })
    const ends =
      writes && sandbox !== null ? { source: sandbox.source, target: sandbox.target } : null
    const onAsked = (asked: { calls: number; of: number }) => setState({ kind: 'asking', ...asked })
    const answer = await check({ sandbox: ends, onAsked, signal: stop.signal })
    if (answer.ok) setState({ kind: 'done', report: answer.value })
    else if (answer.failure.kind === 'cancelled') setState({ kind: 'ready' })
    else setState({ kind: 'failed', failure: answer.failure })
  }
  const save = (report: SiteReport) => {
    const text = `${JSON.stringify(report, null, 2)}\n`
    onSaveFile('site-check.json', new Blob([text], { type: 'application/json' }))
  }
  return (
    <div className="stack">
      {/* Calls are counted for eyes; what came of them is heard. */}
      <p role="status" aria-live={state.kind === 'asking' ? 'off' : 'polite'}>
        {words(state, writes && sandbox !== null)}
      </p>
      {state.kind === 'failed' && <FailureNote {...explain(state.failure)} />}
      {state.kind !== 'done' && state.kind !== 'asking' && (
        <label className="check">
          <input
            type="checkbox"
            checked={writes && sandbox !== null}
            disabled={sandbox === null}
            onChange={({ target }) => setWrites(target.checked)}
          />
          {sandbox === null
            ? 'To try a relation of a new name, too, select two pages of a sandbox first'
            : `Also create one relation between ${sandbox.words}, and delete it again`}
        </label>
      )}
      {state.kind === 'asking' ? (
        <div className="row">
          <progress max={state.of} value={state.calls} aria-label="Calls made" />
          <Button onClick={() => running.current?.abort()}>Stop</Button>
        </div>
      ) : (
        <div className="row">
          <Button look={state.kind === 'done' ? 'plain' : 'main'} onClick={() => void run()}>
            {state.kind === 'done' ? 'Check again' : 'Check'}
          </Button>
          {state.kind === 'done' && (
            <Button look="main" onClick={() => save(state.report)}>
              Save the report…
            </Button>
          )}
        </div>
      )}
      {state.kind === 'done' && <Result report={state.report} />}
    </div>
  )
}

function words(state: State, writes: boolean): string {
  switch (state.kind) {
    case 'asking':
      return `${state.calls} of at most ${state.of} calls.`
    case 'done': {
      const { judged, calls } = state.report
      const count = (verdict: Judged['verdict']) =>
        judged.filter((one) => one.verdict === verdict).length
      return `${calls} calls: ${count('as-assumed')} as assumed, ${count('differs')} different, ${count('unknown')} unknown.`
    }
    default:
      return `At most ${mostCalls} calls, one after the other; ${writes ? 'it creates one relation and deletes it again' : 'it only reads'}. The report holds no titles, names, addresses or tokens.`
  }
}

const verdictWords: Record<Judged['verdict'], string> = {
  'as-assumed': 'As assumed',
  differs: 'Different',
  unknown: 'Unknown',
}
const order: readonly Judged['verdict'][] = ['differs', 'unknown', 'as-assumed']

/** What differs comes first. */
function Result({ report }: { report: SiteReport }) {
  const { judged, wrote, cleanedUp } = report
  return (
    <>
      {wrote && cleanedUp === false && (
        <FailureNote
          sentence="The relation that was created may still be there."
          next="Its name begins with zz-probe: crawl one of the two pages by that name, and delete it."
        />
      )}
      <table className="site-check">
        <thead>
          <tr>
            <th scope="col">What this program assumes</th>
            <th scope="col">This site</th>
            <th scope="col">What it showed</th>
          </tr>
        </thead>
        <tbody>
          {order.flatMap((verdict) =>
            judged
              .filter((one) => one.verdict === verdict)
              .map(({ id, assumed, seen }) => (
                <tr key={id} data-verdict={verdict}>
                  <th scope="row">{assumed}</th>
                  <td>{verdictWords[verdict]}</td>
                  <td>{seen}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </>
  )
}
