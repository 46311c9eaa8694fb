/** What a person keeps in one file: the graph, what is known of it, the view and the journal. */
export { WorkspaceChange } from './change'
export { SavedBy, WorkspaceEvent, WorkspaceUpdate } from './events'
export { firstKept, type Kept, keptChanging, WordsChange, wordsChanging } from './kept'
export {
  firstCrawl,
  firstOutline,
  firstView,
  KeptCrawl,
  KeptSnapshot,
  KeptView,
  Outline,
  PageCrawl,
  Present,
  Trashed,
  Unreadable,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceMove,
  WorkspaceName,
  WorkspaceState,
} from './model'
export { unreadableWords } from './unreadable-words'
