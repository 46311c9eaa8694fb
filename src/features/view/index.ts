/** What a person has chosen to see: selection, hidden, filter, focus, grouping, folding. */
export { colouringWords } from './colouring'
export type { Difference } from './difference'
export { firstFolding } from './folding'
export { groupings, groupingWords, groupPrefix } from './grouping'
export { createViewStore, keptView, type View } from './store'
export type { Drafted, Folding, Selection, ViewAct, ViewState } from './view-state'
