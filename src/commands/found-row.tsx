import { isolated } from '@shared/text'
import { kindWord } from '../features/crawl'
import type { Found } from './use-found'
import { Isolated } from '../ui'

/** The same for a page of the site and for its node: one may become the other while it is offered. */
export const foundKey = (found: Found): string =>
  found.kind === 'address' ? 'address' : found.entity.id

export const foundTitle = (found: Found): string =>
  found.kind === 'address' ? found.text : found.entity.title

/** Where a find is from; its heading in a list. */
export const foundGroup = ({ kind }: Found): string =>
  kind === 'node' ? 'In the graph' : 'On the site, to be added to the graph'

/** One find in a list. */
export function FoundRow({ found }: { found: Found }) {
  if (found.kind === 'address') {
    return (
      <span className="choice">
        <span className="choice__title">Open this address</span>
        <span className="choice__more">{found.text}</span>
      </span>
    )
  }
  const { entity } = found
  const space = entity.type === 'content' ? entity.space?.name : undefined
  return (
    <span className="choice">
      <span className="choice__title">
        <Isolated text={entity.title} />
      </span>
      <span className="choice__more">
        {[kindWord(entity), ...(space === undefined ? [] : [isolated(space)])].join(' · ')}
      </span>
    </span>
  )
}
