/** How a crawl walks outward: what is asked, in which order, at what price. Makes no call itself. */
export type { Hold, MayHold } from './hold'
export { CrawlRequest, Direction, FindQuery, queriesAt, queryKey } from './request'
export {
  allRecords,
  type Completeness,
  CutReason,
  isAtLeast,
  isMendable,
  lacking,
  nodeState,
  shownState,
  note,
  nothingAsked,
  QueryRecord,
  QueryState,
  stateOf,
  stateOfFailure,
  telling,
} from './completeness'
export { parseStart } from './start-address'
export type { StartTarget } from './start-target'
export { decodeTinyLink, encodeTinyLink } from './tiny-link'
export type { CrawlEvent, CrawlPort, CrawlProgress, CrawlSummary } from './model'
export { knowledgeOf, knowledgeWords, type NodeStates } from './knowledge'
export { nodesLookedUp } from './looked-up'
export { openSeeds } from './open-seeds'
export { createCrawl } from './run-crawl'
export { estimateCalls, questionsLeft, secondsOfFinds } from './estimate'
export { createPathSearch } from './find-path'
export type { PathAnswer, PathGaps, PathProgress, PathRequest } from './path-model'
export { endsLacking, partsOfNodes, searchGaps, searchStatus, undescribedWords } from './gap-words'
export {
  type LackingParts,
  noteLacking,
  type Part,
  type Undescribed,
  undescribedIn,
} from './undescribed'
export { findWarning } from './find-warning'
export { askedInFile } from './completeness-file'
export type { CancelSignal } from './cancel'
