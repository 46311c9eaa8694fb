/** What a person has chosen to see: selection, hidden, filter, focus, grouping, folding. */
export { colouringWords, sizingWords } from './colouring'
export type { Difference, Drafted, Selection } from '@shared/picture'
export { groupings, groupingWords, levelWords } from './grouping'
export { createViewStore, keptView, type View } from './store'
export type { ViewAct, ViewState } from './view-state'
