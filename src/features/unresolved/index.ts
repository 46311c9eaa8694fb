/** What pages name and nobody saw: kept, counted, and told with the sentences around it. */
export { createSentences, type SentencesModel } from './sentences'
export { createUnresolved, type OpenNames } from './store'
export { titlesToCheck } from './titles'
