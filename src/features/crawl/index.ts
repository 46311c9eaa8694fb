/** Choosing a start and what to follow, running the crawl, showing how far it is. */
export { CrawlPanel } from './crawl-panel'
export { CrawlProgress, endWords } from './crawl-progress'
export { EntityPicker } from './entity-picker'
export { kindWord } from './entity-words'
export { ExpandDialog } from './expand-dialog'
export { type CrawlModel, createCrawlStore } from './store'
