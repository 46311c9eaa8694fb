/** What a refused answer means, and whether the credentials are still good. */
export type { About, Asked, Where } from './asked'
export { createCredentialsCheck, type CredentialsCheck } from './credentials-check'
export { missingIn } from './missing'
export { type Doubt, lacksScope, readRefusal } from './read-refusal'
export { isPage, serverMessage } from './server-message'
