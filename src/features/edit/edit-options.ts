import type { Profile } from '@shared/contract'
import type { Client } from '../../transport'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import type { Workspace } from '../workspace'
import type { Journal } from './journal'

/** What edits are made with. */
export type EditOptions = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly workspace: Workspace
  readonly journal: Journal
  /** This opening of the workspace. */
  readonly page: string
  readonly onCalls: (calls: number) => void
}
