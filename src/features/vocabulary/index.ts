/** The names of relations on a site, and what people say of them. */
export { createVocabularyStore, type Vocabulary } from './store'
