/** How a crawl walks outward: what is asked, in which order, at what price. Makes no call itself. */
export { CrawlRequest, Direction, type FindQuery, queriesAt, queryKey } from './request'
export { decodeTinyLink, encodeTinyLink } from './tiny-link'
export { parseStart, type ParsedStart } from './start-address'
export type { StartTarget } from './start-target'
