/** What a person keeps in one file: the graph, what is known of it, the view and the journal. */
export {
  firstOutline,
  KeptCrawl,
  KeptSnapshot,
  KeptView,
  Outline,
  Trashed,
  Unreadable,
  WorkspaceChange,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceName,
  WorkspaceState,
} from './model'
export { unreadableWords } from './unreadable-words'
