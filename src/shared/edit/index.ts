/** What may be edited, said before any call; edits, change sets and the journal as values. */
export { checkChange, checkDelete, checkRelation } from './rules'
export { describeEdit, Edit, invert } from './edit'
export { isThere, Step, waiting } from './step'
export { type EditPort, readBack, runSteps } from './run-steps'
export {
  ActKind,
  Entry,
  historyOf,
  redoSteps,
  undoSteps,
  unknownIn,
  unsettledIn,
  unsettledSince,
} from './journal'
export { holdsAsDone, isSuperseded } from './last-word'
export { Grouping, type Level, Levels, Place, takenBack, ViewChange, ViewPart } from './view-part'
export { ChangeLine, describeLine, inOwnSpelling, lineKey, toChangeSetFile } from './change-set'
export { type BadLine, toCsv } from './change-set-csv'
export { guardCell, unguardCell } from './csv-cell'
export { readChangeSet } from './change-set-read'
export { type Doubt, doubtOf, doubtsIn, doubtWords, withName } from './doubts'
export { ruleAgainst } from './line-rule'
export { stepsOf } from './steps-of'
