import { type CrawlRequest, type QueryRecord } from '@shared/crawl'
import { type Follow, requestOf } from './form'

/**
 * The crawl that asks on from open questions. Each goes as far outward as its own crawl would have
 * gone; what is found there is followed as chosen now.
 */
export function goOnFrom(left: readonly QueryRecord[], follow: Follow): CrawlRequest {
  const steps = left.reduce((most, record) => Math.max(most, record.left), 0) + 1
  return {
    ...requestOf([...new Set(left.map(({ query }) => query.node))], follow),
    ...(follow.relations.length === 0 ? { relations: relationsOf(left) } : {}),
    depth: steps,
    seeds: left.map(({ query, from, before, left: outward }) => ({
      query,
      from,
      before,
      left: outward,
    })),
  }
}

const relationsOf = (left: readonly QueryRecord[]): string[] => [
  ...new Set(left.map(({ query }) => query.relation)),
]
