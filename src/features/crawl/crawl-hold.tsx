import type { Hold } from '@shared/crawl'
import { explain } from '@shared/failure'
import { Button, FailureNote } from '../../ui'
import type { Renewal } from '../credentials'
import { TokenField } from '../credentials/panels'
import type { CrawlModel } from './store'

type Props = { renewal: Renewal; crawl: CrawlModel; hold: Hold }

/** What a paused crawl waits for, and the way on: a token, or the site itself. */
export function CrawlHold({ renewal, crawl, hold }: Props) {
  const { sentence, next } = explain(hold.failure)
  if (hold.for === 'site') {
    return (
      <div className="stack">
        <FailureNote sentence={sentence} next="The crawl goes on by itself when it answers." />
        <Button onClick={() => crawl.resume()}>Try now</Button>
      </div>
    )
  }
  const here = renewal.email !== null
  return (
    <div className="stack">
      <FailureNote
        sentence={sentence}
        next={here ? 'Enter a new API token here; the crawl goes on where it was.' : next}
      />
      {here ? (
        <TokenField renewal={renewal} act="Go on" onRenewed={() => crawl.resume()} />
      ) : (
        <Button onClick={() => crawl.resume()}>Go on</Button>
      )}
    </div>
  )
}
