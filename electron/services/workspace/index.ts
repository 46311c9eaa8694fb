/** What a person keeps about a site beside the connection to it. It never asks the network. */
export { isWorkspaceFile, readWorkspaceFile } from './read-file'
export { openWorkspaceFile, type WrittenWorkspace } from './write-file'
export { createVocabularies, type Vocabularies } from './vocabularies'
export { moveVocabularies, moveWorkspaces } from './move-in'
export { createWorkspaces, type Workspaces } from './workspaces'
export type { Store } from './store'
