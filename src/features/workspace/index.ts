/** The file that everything is kept in, written as it goes. */
export { createWorkspaceStore, type Workspace } from './store'
