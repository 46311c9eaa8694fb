/** Making and deleting relations; what the picture shows follows what the server said. */
export { countsOf, resultOf } from './history-words'
export { checkPair } from './pair-check'
export { createDraftStore, type Draft } from './draft'
export { createJournal, type Journal } from './journal'
export type { Outcome } from './state'
export { createEditStore, type Edits } from './store'
export { createUndo, type Taken } from './undo'
