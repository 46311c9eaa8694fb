/** What goes over the wire: the pace of a site and its calls, as the host tells them. */
export { callsMade, createRemoteStore, type Remote } from './store'
