/** What may be edited, said before any call; edits, change sets and the journal as values. */
export { checkDelete, checkRelation } from './rules'
export { describeEdit, Edit, invert } from './edit'
export { isThere, Step, StepState, waiting } from './step'
export { type EditPort, readBack, runSteps } from './run-steps'
export {
  ActKind,
  Entry,
  type History,
  historyOf,
  Place,
  redoSteps,
  standing,
  undoSteps,
  ViewChange,
  ViewPart,
} from './journal'
export {
  ChangeAction,
  ChangeLine,
  changeSetFormat,
  ChangeSetFile,
  describeLine,
  lineKey,
  toChangeSetFile,
} from './change-set'
export { type BadLine, readCsv, toCsv } from './change-set-csv'
export { readChangeSet, type ReadChangeSet } from './change-set-read'
export { stepsOf } from './steps-of'
