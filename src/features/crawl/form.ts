import type { CrawlRequest, Direction } from '@shared/crawl'
import type { EntityType, NodeId } from '@shared/graph'
import { firstCrawl } from '@shared/workspace'

/** What the person chose to follow; kept between crawls and used by every expand. */
export type Follow = {
  readonly relations: readonly string[]
  readonly direction: Direction
  readonly types: readonly EntityType[]
  readonly depth: number
  readonly budget: { readonly nodes: number; readonly calls: number }
}

export const firstFollow: Follow = firstCrawl.follow

/** Why a crawl cannot start yet, as a sentence, or null. */
export function whyNot(follow: Follow): string | null {
  if (follow.relations.length === 0) return 'Name at least one relation to follow.'
  if (follow.types.length === 0) return 'Choose at least one type to include.'
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
