import { useMemo, useState } from 'react'
import { type CrawlRequest, questionsLeft, secondsOfFinds } from '@shared/crawl'
import { counted, durationWords } from '@shared/text'
import { Button, Dialog } from '../../ui'
import { FollowFields } from './follow-fields'
import { type Follow, requestOf, whyNot } from './form'
import type { NodeSet } from './node-set'
import { NumberField } from './number-field'
import type { CrawlModel } from './store'

type Props = {
  open: boolean
  onClose: () => void
  crawl: CrawlModel
  suggestions: readonly string[]
  sets: () => readonly NodeSet[]
  /** Seconds for so many finds, by the calls that were made last. */
  pace: { readonly concurrency: number; readonly calls: () => Parameters<typeof secondsOfFinds>[2] }
}

/** Asks many nodes for relations of chosen names, one step, at a price that is told before. */
export function AskManyDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Ask many nodes for relations"
      description="Asks the site at each of them, one step, for relations that no map reads from pages. What was answered before is not asked again."
    >
      {open && <Body {...rest} onClose={onClose} />}
    </Dialog>
  )
}

const firstLimit = 5_000

function Body({ crawl, suggestions, sets, pace, onClose }: Omit<Props, 'open'>) {
  const [choices] = useState(sets)
  const [calls] = useState(pace.calls)
  const [chosen, setChosen] = useState(choices[0]?.key ?? '')
  const [limit, setLimit] = useState(firstLimit)
  const [follow, setFollow] = useState<Follow>({
    ...{ relations: [], direction: 'out', types: ['content', 'user'], depth: 1 },
    budget: { nodes: mostNodes, calls: firstLimit },
  })
  const request = useMemo(
    () => requestOf(choices.find(({ key }) => key === chosen)?.nodes ?? [], follow),
    [choices, chosen, follow],
  )
  const missing = request.starts.length === 0 ? 'There is no node to ask.' : whyNot(follow)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (missing !== null) return
        onClose()
        void crawl.askAt({ ...request, budget: { nodes: mostNodes, calls: limit } })
      }}
    >
      <label className="field">
        <span className="field__label">Ask at</span>
        <select
          className="text-input"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {choices.map(({ key, title, nodes: { length } }) => (
            <option key={key} value={key}>
              {title} ({length.toLocaleString('en')})
            </option>
          ))}
        </select>
      </label>
      <FollowFields
        follow={follow}
        suggestions={suggestions}
        onChange={(part) => setFollow({ ...follow, ...part })}
      />
      <NumberField
        label="Call limit"
        value={limit}
        min={1}
        max={1_000_000}
        step={500}
        onChange={setLimit}
      />
      <Price {...{ crawl, request, missing, limit }} concurrency={pace.concurrency} calls={calls} />
      <div className="row row--end">
        <Button look="main" type="submit" disabled={missing !== null}>
          Ask
        </Button>
      </div>
    </form>
  )
}

/** Only calls are limited: people and spaces that come with them are few. */
const mostNodes = 1_000_000

type PriceProps = {
  crawl: CrawlModel
  request: CrawlRequest
  missing: string | null
  limit: number
  concurrency: number
  calls: Parameters<typeof secondsOfFinds>[2]
}

function Price({ crawl, request, missing, limit, concurrency, calls }: PriceProps) {
  const left = useMemo(
    () => (missing === null ? questionsLeft(request, crawl.store.getState().completeness) : 0),
    [crawl, request, missing],
  )
  if (missing !== null) return <p className="estimate">{missing}</p>
  if (left === 0) return <p className="estimate">All of this was asked before.</p>
  const made = Math.min(left, limit)
  const { seconds, isMeasured } = secondsOfFinds(made, { concurrency }, calls)
  const pace = isMeasured ? 'the pace of the last calls' : 'the usual pace'
  return (
    <p className="estimate">
      About {counted(made, 'call')}, {durationWords(seconds)} at {pace}.
      {left > limit &&
        ` It will stop at the limit: ${counted(left, 'question')} are not answered yet.`}
    </p>
  )
}
