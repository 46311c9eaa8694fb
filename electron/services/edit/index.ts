/** Sends edits to the server, and has each in the journal before. */
export { checkLines, ruleAgainst } from './check-lines'
export { resolveUnsure, runEntry } from './journaled'
export { editPort } from './port'
