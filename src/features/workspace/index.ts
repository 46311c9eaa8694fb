/** The file that everything is kept in, written as it goes. */
export type { Ages } from './ages'
export type { Arrivals } from './arrivals'
export { createShelf } from './shelf'
export { SnapshotsDialog } from './snapshots-dialog'
export { createWorkspaceStore, type Workspace } from './store'
export { WorkspaceDialog } from './workspace-dialog'
