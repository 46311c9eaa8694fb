/** What the body of a page names: links, mentions, includes, files. Makes no call. */
export type { BodyFormat, Home, Mark, Markup, Reading, Target } from './model'
export { MarkShape, MarkupShape } from './mark-shape'
export { readAll } from './read-all'
export { readStorage } from './read-storage'
export { readSentences } from './read-sentences'
export { readAdf } from './read-adf'
export { pairById } from './pair'
export { createTurns } from './turns'
