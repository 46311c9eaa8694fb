import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { estimateCalls } from '@shared/crawl'
import type { NodeId } from '@shared/graph'
import type { Profile } from '@shared/contract'
import { counted } from '@shared/text'
import { pageLink } from '@shared/vocabulary'
import { Button, useTellAtRest } from '../../ui'
import type { Finder } from './finder'
import { FollowFields } from './follow-fields'
import { requestOf, whyNot } from './form'
import { NumberField } from './number-field'
import { StartField } from './start-field'
import type { CrawlModel } from './store'

type Props = {
  finder: Finder
  profile: Profile
  crawl: CrawlModel
  /** Names seen in this workspace. */
  suggestions: readonly string[]
  /** Mean number of new neighbours a node, where the drawn graph tells. */
  meanNewNeighbours: number | undefined
  /** How many nodes are known to be one step from some. */
  knownAround: (nodes: readonly NodeId[]) => number
  /** The way to who does not know the names. */
  probe: ReactNode
}

/** Where to start, what to follow, how far, at what price. */
export function CrawlPanel({
  finder,
  profile,
  crawl,
  suggestions,
  meanNewNeighbours,
  knownAround,
  probe,
}: Props) {
  const starts = useStore(crawl.store, (state) => state.starts)
  const follow = useStore(crawl.store, (state) => state.follow)
  const active = useStore(crawl.store, ({ run }) => run.kind === 'active')
  const ids = starts.map(({ id }) => id)
  const missing = ids.length === 0 ? 'Choose where to start.' : whyNot(follow)
  const estimate =
    missing ??
    priceOf(requestOf(ids, follow), { meanNewNeighbours, knownNeighbours: knownAround(ids) })
  // It changes with each answer, too: what is heard is what the person's own choices have come to.
  useTellAtRest(JSON.stringify([ids, follow]), active ? '' : estimate)
  return (
    <form
      className="crawl-panel"
      aria-label="Crawl"
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // A second Enter is no wish to begin anew.
        if (missing === null && !active) void crawl.crawl()
      }}
    >
      <StartField {...{ finder, crawl }} />
      <FollowFields {...{ follow, suggestions, probe }} onChange={crawl.setFollow} />
      {profile.learnt?.link === 'refused' && follow.relations.includes(pageLink) && (
        <p className="hint">This site did not answer page links when it was checked.</p>
      )}
      <div className="row">
        <NumberField
          label="Depth"
          value={follow.depth}
          min={1}
          max={20}
          onChange={(depth) => crawl.setFollow({ depth })}
        />
        <NumberField
          label="Node limit"
          value={follow.budget.nodes}
          min={1}
          max={1_000_000}
          step={50}
          onChange={(nodes) => crawl.setFollow({ budget: { ...follow.budget, nodes } })}
        />
        <NumberField
          label="Call limit"
          value={follow.budget.calls}
          min={1}
          max={1_000_000}
          step={50}
          onChange={(calls) => crawl.setFollow({ budget: { ...follow.budget, calls } })}
        />
      </div>
      <p className="estimate">{estimate}</p>
      <Button look="main" type="submit" disabled={missing !== null} aria-disabled={active}>
        Start crawl
      </Button>
      {active && missing === null && (
        <Button onClick={() => void crawl.crawl()}>Restart crawl</Button>
      )}
    </form>
  )
}

function priceOf(
  request: Parameters<typeof estimateCalls>[0],
  expected: Parameters<typeof estimateCalls>[1],
): string {
  const price = estimateCalls(request, expected)
  const first = `${counted(price.firstStep, 'call')} for the first step`
  if (request.depth === 1) return `About ${first}.`
  const all = `about ${price.total.toLocaleString('en')} in all`
  if (price.capped === null) return `About ${first}, ${all}.`
  return `About ${first}, ${all}: it will stop at the limit of ${price.capped}.`
}
