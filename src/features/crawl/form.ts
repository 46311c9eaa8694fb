import type { CrawlRequest, Direction } from '@shared/crawl'
import type { EntityType, NodeId } from '@shared/graph'

/** What the person chose to follow; kept between crawls and used by every expand. */
export type Follow = {
  readonly relations: readonly string[]
  readonly direction: Direction
  readonly types: readonly EntityType[]
  readonly depth: number
  readonly budget: { readonly nodes: number; readonly calls: number }
}

/** Page links need no set-up on any site, so a first crawl shows something. */
export const firstFollow: Follow = {
  relations: ['link'],
  direction: 'both',
  types: ['content'],
  depth: 2,
  budget: { nodes: 300, calls: 600 },
}

/** Why a crawl cannot start yet, as a sentence, or null. */
export function whyNot(follow: Follow): string | null {
  if (follow.relations.length === 0) return 'Name at least one relation to follow.'
  if (follow.types.length === 0) return 'Choose at least one type at the other end.'
  return null
}

export const requestOf = (starts: readonly NodeId[], follow: Follow): CrawlRequest => ({
  starts: [...starts],
  relations: [...follow.relations],
  direction: follow.direction,
  types: [...follow.types],
  depth: follow.depth,
  budget: { ...follow.budget },
})
