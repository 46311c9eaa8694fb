/** What the body of a page names: links, mentions, includes, files. Makes no call. */
export type { Home, Mark, Target } from './model'
export { readStorage } from './read-storage'
export { readSentences } from './read-sentences'
export { readAdf } from './read-adf'
export { pairById } from './pair'
