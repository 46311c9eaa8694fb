/** The one list of what page and host may say to each other. */
import { credentialsContract } from './credentials'
import { remoteContract } from './remote'
import { shellContract } from './shell'

export const contract = {
  credentials: credentialsContract,
  remote: remoteContract,
  shell: shellContract,
}
export type Contract = typeof contract

export { Profile, SecretStore, SignIn } from './credentials'
export { Described, FindSources, FindTargets, FoundPage, OneRelation } from './remote'
export { ShellInfo } from './shell'
