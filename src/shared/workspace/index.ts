/** What a person keeps in one file: the graph, what is known of it, the view and the journal. */
export {
  KeptCrawl,
  KeptSnapshot,
  KeptView,
  WorkspaceChange,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceState,
} from './model'
