/**
 * Which sites are known, and their tokens. Tokens go into `Secrets` and come out for the client
 * alone; the profile file never holds one.
 */
export { createProfiles, type Profiles, StoredProfile } from './profiles'
export type { Secrets } from './secrets'
export { createSecrets } from './secrets-keyring'
export { lastingSecrets } from './secrets-lasting'
export { createMemorySecrets } from './secrets-memory'
export { awaitRedirect, type Redirect } from './redirect'
export { parseSite } from './site-address'
