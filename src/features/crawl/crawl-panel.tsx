import { useStore } from 'zustand'
import { estimateCalls } from '@shared/crawl'
import type { Profile } from '@shared/contract'
import { counted } from '@shared/text'
import { pageLink } from '@shared/vocabulary'
import type { Client } from '../../transport'
import { Button, IconButton } from '../../ui'
import { X } from 'lucide-react'
import { EntityPicker } from './entity-picker'
import { kindWord } from './entity-words'
import { FollowFields } from './follow-fields'
import { requestOf, whyNot } from './form'
import { NumberField } from './number-field'
import type { CrawlModel } from './store'

type Props = {
  client: Client
  profile: Profile
  crawl: CrawlModel
  /** Names seen in this workspace. */
  suggestions: readonly string[]
  /** Mean number of new neighbours a node, where the drawn graph tells. */
  meanNewNeighbours: number | undefined
}

/** Where to start, what to follow, how far, at what price. */
export function CrawlPanel({ client, profile, crawl, suggestions, meanNewNeighbours }: Props) {
  const { start, follow, run } = useStore(crawl.store)
  const missing = start === null ? 'Choose where to start.' : whyNot(follow)
  const active = run.kind === 'active'
  return (
    <form
      className="crawl-panel"
      aria-label="Crawl"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (start !== null && missing === null) void crawl.crawl(start)
      }}
    >
      <StartField {...{ client, profile, crawl }} />
      <FollowFields follow={follow} suggestions={suggestions} onChange={crawl.setFollow} />
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
      <p className="estimate" aria-live="polite">
        {missing ?? priceOf(requestOf(start === null ? [] : [start.id], follow), meanNewNeighbours)}
      </p>
      <Button look="main" type="submit" disabled={missing !== null}>
        {active ? 'Stop this and start again' : 'Start crawl'}
      </Button>
    </form>
  )
}

function priceOf(
  request: Parameters<typeof estimateCalls>[0],
  meanNewNeighbours: number | undefined,
): string {
  const price = estimateCalls(request, meanNewNeighbours === undefined ? {} : { meanNewNeighbours })
  const first = `${counted(price.firstStep, 'call')} for the first step`
  if (request.depth === 1) return `About ${first}.`
  const all = `about ${price.total.toLocaleString('en')} in all`
  if (price.capped === null) return `About ${first}, ${all}.`
  return `About ${first}, ${all}: it will stop at the limit of ${price.capped}.`
}

function StartField({ client, profile, crawl }: Pick<Props, 'client' | 'profile' | 'crawl'>) {
  const start = useStore(crawl.store, (state) => state.start)
  if (start === null) {
    return (
      <EntityPicker
        client={client}
        profile={profile}
        label="Start from"
        placeholder="Title, address, space:KEY, me…"
        onPick={crawl.setStart}
      />
    )
  }
  return (
    <div className="field">
      <span className="field__label">Start from</span>
      <div className="picked">
        <span className="choice">
          <span className="choice__title">{start.title}</span>
          <span className="choice__more">{kindWord(start)}</span>
        </span>
        <IconButton label="Choose another start" onClick={() => crawl.setStart(null)}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
