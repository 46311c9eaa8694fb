/** Choosing a start and what to follow, running the crawl, showing how far it is. */
export { endWords } from './end-words'
export { lackingNow, untitledIn } from './look-up'
export { atLeast, knowledgeWords } from './knowledge-words'
export { countStates, knowledgeOf, type NodeStates } from './node-states'
export { createFinder, type Finder } from './finder'
export { kindWord } from './entity-words'
export { type CrawlModel, type CrawlState, createCrawlStore, type Ended } from './store'
export { mayBeMore } from './may-be-more'
