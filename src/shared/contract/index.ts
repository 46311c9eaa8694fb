/** The one list of what page and host may say to each other. */
import { credentialsContract } from './credentials'
import { remoteContract } from './remote'
import { shellContract } from './shell'
import { vocabularyContract } from './vocabulary'

export const contract = {
  credentials: credentialsContract,
  remote: remoteContract,
  shell: shellContract,
  vocabulary: vocabularyContract,
}
export type Contract = typeof contract

export { OAuthSignIn, Profile, SecretStore, SignIn } from './credentials'
export {
  Described,
  FindSources,
  FindTargets,
  FoundPage,
  OneRelation,
  Pace,
  RemoteEvent,
  WireCall,
} from './remote'
export { ShellInfo } from './shell'
