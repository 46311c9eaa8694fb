/** What is drawn and how it looks. */
export { foldedCount, leafKeysAt } from './fold'
export { foldOptions } from './fold-options'
export { nodeWords, relationWords } from './node-words'
export { relationLooks } from './relation-colours'
