export { createAccess, type Access, type Credentials, type Identity } from './access'
export { createOAuthServer, type OAuthClient } from './oauth'
export { isCovered } from './scopes'
