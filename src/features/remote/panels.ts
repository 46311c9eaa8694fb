export { PaceNote } from './pace-note'
export { type Sandbox, SiteCheckDialog } from './site-check-dialog'
export { WireLog } from './wire-log'
