/** Connections to sites. A token goes from here to the host and never comes back. */
export { MissingToken, takesToken } from './missing-token'
export { TokenField } from './token-field'
export { SiteMenu } from './site-menu'
export { createCredentialsStore, type Credentials } from './store'
export { Welcome } from './welcome'
