/**
 * Confluence over HTTP: requests, paging, pace, and its answers turned into entities and relations.
 * The only room that touches the network. It keeps nothing on disk, follows no address that a
 * server names, and lets nothing of a server's answer out but checked values and one-line reasons.
 */
export { type Account } from './account'
export { apiBaseAt, atlassianOf } from './atlassian'
export { type Authorize, authorizeBasic, authorizeWith, basicAuthorization } from './authorize'
export { createRemoteClient, type RemoteClient } from './client'
export type { Network } from './dispatcher'
export {
  leastRows,
  type PageList,
  type PageRow,
  type SpacePages,
  type SpaceRow,
} from './list-pages'
export type { ListedRows, PagesById } from './list-rows'
export type { TitledPages } from './list-titled'
export { createLimiter, type Limiter } from './limiter'
export { createMachine, type Machine } from './machine'
export { defaultPace } from './pace-rules'
export { editScopes } from './scopes'
export { authorizeAddress, exchangeCode, grantedSite, mayEdit, refresh, type Tokens } from './oauth'
export { plannedCalls, type Sandbox } from './site-check'
export { accountAt, cloudIdAt, signIn } from './sign-in'
export { createWireLog, type WireLog } from './wire-log'
