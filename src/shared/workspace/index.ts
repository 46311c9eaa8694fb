/** What a person keeps in one file: the graph, what is known of it, the view and the journal. */
export { UnresolvedChange, WorkspaceChange } from './change'
export { SavedBy, WorkspaceEvent, WorkspaceUpdate } from './events'
export { firstKept, type Kept, keptChanging, WordsChange, wordsChanging } from './kept'
export {
  Colouring,
  firstCrawl,
  firstOutline,
  firstView,
  KeptCrawl,
  KeptSnapshot,
  KeptView,
  Outline,
  PageCrawl,
  Present,
  Sizing,
  Trashed,
  Unreadable,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceMove,
  WorkspaceName,
  WorkspaceState,
} from './model'
export { isOfRefresh, snapshotName } from './snapshot-name'
export { unreadableWords } from './unreadable-words'
