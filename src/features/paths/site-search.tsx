import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PathRequest } from '@shared/crawl'
import { explain } from '@shared/failure'
import { counted } from '@shared/text'
import { Button, FailureNote } from '../../ui'
import type { CrawlModel } from '../crawl'
import { NumberField, TypeChecks } from '../crawl/panels'
import { answerWords, callWords, costWords, priceWords } from './path-words'
import { createSearchStore, type SearchState } from './search-store'

type Props = Pick<PathRequest, 'from' | 'to' | 'relations' | 'directed'> & { crawl: CrawlModel }

/** Looks for a path beyond what is drawn: it says the price first, and asks leave by its button. */
export function SiteSearch({ crawl, ...wanted }: Props) {
  const [search] = useState(() => createSearchStore(crawl))
  useEffect(() => search.stop, [search])
  const state = useStore(search.store, (found) => found)
  const usual = useStore(crawl.store, ({ follow }) => follow.types)
  const [limits, setLimits] = useState({ steps: 4, calls: 200 })
  const [chosen, setTypes] = useState<PathRequest['types'] | null>(null)
  const request: PathRequest = { ...wanted, ...limits, types: chosen ?? usual }
  const missing = whyNot(request)
  const isSearching = state.kind === 'searching'
  return (
    <details className="site-search">
      <summary>Search on the site…</summary>
      <div className="stack" role="group" aria-label="Search on the site">
        <TypeChecks label="Through" types={request.types} onChange={setTypes} />
        <div className="row">
          <NumberField
            label="Most steps"
            value={limits.steps}
            min={1}
            max={12}
            onChange={(steps) => setLimits({ ...limits, steps })}
          />
          <NumberField
            label="Most calls"
            value={limits.calls}
            min={1}
            max={100_000}
            step={50}
            onChange={(calls) => setLimits({ ...limits, calls })}
          />
        </div>
        <p className="estimate">{missing ?? priceWords(request)}</p>
        {/* One button for both, so that the keyboard stays on it. */}
        <Button
          look={isSearching ? 'plain' : 'main'}
          disabled={!isSearching && missing !== null}
          onClick={() => (isSearching ? search.stop() : void search.search(request))}
        >
          {isSearching ? 'Stop' : `Search (at most ${callWords(limits.calls)})`}
        </Button>
      </div>
      <Outcome state={state} />
    </details>
  )
}

const whyNot = ({ relations, types }: PathRequest): string | null => {
  if (relations.length === 0) return 'Choose at least one relation name above.'
  return types.length === 0 ? 'Choose at least one type that the path may lead through.' : null
}

function Outcome({ state }: { state: SearchState }) {
  return (
    <>
      {/* Counts change with every call: they are there to be read, not to be read out. */}
      {state.kind === 'searching' && (
        <p className="hint">
          Step {state.progress.step}, {costWords(state.progress.calls, state.progress.gaps)}
        </p>
      )}
      <p role="status">{statusWords(state)}</p>
      {state.kind === 'ended' && state.answer.kind === 'failed' && (
        <FailureNote {...explain(state.answer.failure)} />
      )}
    </>
  )
}

function statusWords(state: SearchState): string {
  if (state.kind === 'idle') return ''
  if (state.kind === 'ended') return answerWords(state.answer)
  const { step, met } = state.progress
  return met === null
    ? `Looking for paths of ${counted(step, 'step')}…`
    : `A path of ${met} steps is there; looking for others as short…`
}
