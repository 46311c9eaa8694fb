/** What lives while a workspace is open, without a window: its stores, acts and sentences. */
export { exported } from './exported'
export { live } from './live'
export { crawlWords, matchWords, selectedWords } from './live-words'
export { sayFailure } from './say'
export { createSession, openSession, type Session } from './session'
export { meanNewNeighbours, suggestedNames } from './workspace-words'
