/** The dictionary of relation names: what people say of a name, and what a name is mistaken for. */
export { favourite, nameWords, pageLink, whyReadOnly } from './built-in'
export { mostWords, readVocabularyFile, vocabularyFormat } from './file'
export { endsAllowed, learn, mergeWords, nearMiss, phrase } from './rules'
export { LineStyle, Word } from './word'
