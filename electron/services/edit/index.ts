/** Sends edits to the server, and has each in the journal before. */
export { checkLines } from './check-lines'
export { resolveUnsure, runEntry } from './journaled'
export { editPort } from './port'
export { createRuns, type Runs } from './runs'
