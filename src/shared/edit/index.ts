/** What may be edited, said before any call; edits, change sets and the journal as values. */
export { checkDelete, checkRelation } from './rules'
export { describeEdit, Edit, invert } from './edit'
export { isThere, Step, waiting } from './step'
export { type EditPort, readBack, runSteps } from './run-steps'
export {
  ActKind,
  Entry,
  historyOf,
  Place,
  redoSteps,
  undoSteps,
  ViewChange,
  ViewPart,
} from './journal'
export { ChangeLine, describeLine, lineKey, toChangeSetFile } from './change-set'
export { type BadLine, toCsv } from './change-set-csv'
export { guardCell, unguardCell } from './csv-cell'
export { readChangeSet } from './change-set-read'
export { ruleAgainst } from './line-rule'
export { stepsOf } from './steps-of'
