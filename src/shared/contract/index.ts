/** The one list of what page and host may say to each other. */
import { credentialsContract } from './credentials'
import { editContract } from './edit'
import { mapContract } from './map'
import { remoteContract } from './remote'
import { shellContract } from './shell'
import { vocabularyContract } from './vocabulary'
import { workspaceContract } from './workspace'

export const contract = {
  credentials: credentialsContract,
  remote: remoteContract,
  map: mapContract,
  shell: shellContract,
  vocabulary: vocabularyContract,
  workspace: workspaceContract,
  edit: editContract,
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
  Familiar,
  Searched,
  WireCall,
} from './remote'
export { LineCheck, StepEvent } from './edit'
export {
  HandedFile,
  LastSession,
  MenuAct,
  Settings,
  SettingsChange,
  ShellInfo,
  ShellNotice,
  ShellProgress,
} from './shell'
