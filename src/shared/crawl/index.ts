/** How a crawl walks outward: what is asked, in which order, at what price. Makes no call itself. */
export { CrawlRequest, Direction, type FindQuery, queriesAt, queryKey } from './request'
export { parseStart, type ParsedStart } from './start-address'
export type { StartTarget } from './start-target'
export { decodeTinyLink, encodeTinyLink } from './tiny-link'
export type { CancelSignal } from './cancel'
export type {
  CrawlEvent,
  CrawlPort,
  CrawlProgress,
  CrawlSummary,
  FailedQuery,
  Found,
} from './model'
export { type Crawl, createCrawl } from './run-crawl'
export { type Estimate, estimateCalls } from './estimate'
export { findWarning } from './find-warning'
