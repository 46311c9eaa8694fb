/** What goes over the wire: the pace of a site and its calls, as the host tells them. */
export { PaceNote } from './pace-note'
export { type Sandbox, SiteCheckDialog } from './site-check-dialog'
export { createRemoteStore, type Remote } from './store'
export { WireLog } from './wire-log'
