export { ComparedBar } from './compared-bar'
export { DifferencesDialog } from './differences'
export { SnapshotsDialog } from './snapshots-dialog'
export { WorkspaceDialog } from './workspace-dialog'
