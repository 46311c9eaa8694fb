/** The bytes of a file as text, text as it is searched, and numbers in words. */
export { agree, counted } from './counted'
export { dayWords } from './day-words'
export { durationWords } from './duration'
export { decodeText } from './decode-text'
export { balanced, isolated, quoted } from './isolated'
export { foldText, holding, holdingWords } from './fold-text'
export { inBytes } from './in-bytes'
