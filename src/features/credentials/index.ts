/** Connections to sites. A token goes from here to the host and never comes back. */
export { createRenewal, type Renewal } from './renewal'
export { createCredentialsStore, type Credentials } from './store'
