/** What a person keeps in one file: the graph, what is known of it, the view and the journal. */
export {
  firstOutline,
  KeptCrawl,
  KeptSnapshot,
  KeptView,
  Outline,
  WorkspaceChange,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceState,
} from './model'
