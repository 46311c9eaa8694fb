export { createAccess, type Access, type Identity } from './access'
export { createOAuthServer } from './oauth'
export type { OAuthClient } from './oauth-client'
export { isCovered } from './scopes'
