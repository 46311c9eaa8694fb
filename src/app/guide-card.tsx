import { Check, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { explain } from '@shared/failure'
import { keysOf } from '../commands'
import type { Follow } from '../features/crawl'
import { Button, IconButton } from '../ui'
import { type Guide, type GuideStep, guideSteps } from './guide'
import type { Session } from '../session'

type Props = { session: Session; guide: Guide; onKeys: () => void }

/** A page of the demo site round which there are some forty nodes, people among them, and no one hub. */
const goodStart = 'Product vision'
const goodFollow: Partial<Follow> = {
  relations: ['depends-on', 'explains', 'supersedes', 'owned-by'],
  types: ['content', 'user'],
  direction: 'both',
  depth: 2,
}

const words: Record<GuideStep, { title: string; how: ReactNode }> = {
  crawl: {
    title: 'Draw something',
    how: (
      <>
        Choose a page on the left and press <b>Start crawl</b>.
      </>
    ),
  },
  expand: {
    title: 'Expand a node',
    how: (
      <>
        Double-click one, or walk there with the arrow keys and press <kbd>{keysOf('expand')}</kbd>.
      </>
    ),
  },
  connect: {
    title: 'Connect two nodes',
    how: (
      <>
        Drag from the ring round a node to another one, or press <kbd>{keysOf('connect')}</kbd>.
        Then name the relation.
      </>
    ),
  },
  undo: {
    title: 'Take it back',
    how: (
      <>
        Press <kbd>{keysOf('undo')}</kbd>. It is undone on the site as well.
      </>
    ),
  },
  rest: {
    title: 'Find the rest',
    how: (
      <>
        Right-click anything for its menu. <kbd>{keysOf('palette')}</kbd> has every command,{' '}
        <kbd>{keysOf('keys')}</kbd> every key.
      </>
    ),
  },
}

/** The first steps, beside the graph: each ticks itself, and all can be skipped. */
export function GuideCard({ session, guide, onKeys }: Props) {
  const shown = useStore(guide.store, (state) => state.shown)
  const done = useStore(guide.store, (state) => state.done)
  useEffect(() => guide.follow(), [guide])
  if (!shown) return null
  const now = guideSteps.find((step) => !done.has(step))
  return (
    <section className="guide" aria-labelledby="guide-title">
      <div className="guide__head">
        <h2 id="guide-title">First steps</h2>
        <IconButton label="Skip the first steps" onClick={guide.close}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <ol className="guide__steps">
        {guideSteps.map((step, at) => (
          <li key={step} className="guide__step" aria-current={step === now ? 'step' : undefined}>
            <span className="guide__tick" aria-hidden>
              {done.has(step) ? <Check size={13} /> : at + 1}
            </span>
            <div>
              <span className="guide__title">{words[step].title}</span>
              {done.has(step) && <span className="visually-hidden"> (done)</span>}
              {step === now && <p className="guide__how">{words[step].how}</p>}
              {step === now && step === 'crawl' && <StartHere session={session} />}
              {step === now && step === 'rest' && <Button onClick={onKeys}>Show all keys</Button>}
            </div>
          </li>
        ))}
      </ol>
      <p className="hint" role="status">
        {/* It is heard between other things, and says what it is about. */}
        <span className="visually-hidden">First steps: </span>
        {now === undefined ? 'That is all you need.' : `${done.size} of ${guideSteps.length} done.`}
      </p>
      {now === undefined && <Button onClick={guide.close}>Close the first steps</Button>}
    </section>
  )
}

/** Does the first step with a page that is known to lead somewhere. */
function StartHere({ session }: { session: Session }) {
  const { finder, profile, crawl, notices } = session
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    const found = await finder.search(goodStart)
    setBusy(false)
    if (!found.ok) {
      notices.say({ tone: 'bad', ...explain(found.failure) })
      return
    }
    const page = found.value.entities.find(({ title }) => title === goodStart)
    if (page === undefined) return
    crawl.setStarts([page])
    crawl.setFollow(goodFollow)
    await crawl.crawl()
  }
  if (profile.kind !== 'demo') return null
  return (
    <Button disabled={busy} onClick={() => void start()}>
      Crawl from “{goodStart}”
    </Button>
  )
}
