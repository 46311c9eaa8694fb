/** What a person has chosen to see: selection, hidden, filter, focus, grouping, folding. */
export type { Difference } from './difference'
export { groupings, groupingWords } from './grouping'
export { createViewStore, keptView, type View } from './store'
export type { ViewAct } from './view-state'
