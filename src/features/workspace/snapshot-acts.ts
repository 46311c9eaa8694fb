import type { StoreApi } from 'zustand/vanilla'
import type { Failure } from '@shared/failure'
import type { GraphFile } from '@shared/graph'
import type { KeptSnapshot } from '@shared/workspace'
import { attempt, type Attempt, type Client } from '../../transport'

type Status = { readonly id: string; readonly snapshots: readonly KeptSnapshot[] }

type Options<S extends Status> = {
  readonly client: Client
  readonly profile: string
  readonly store: Pick<StoreApi<S>, 'getState'> & { setState(how: (state: S) => Status): void }
}

/** Keeps, reads and deletes snapshots of the open workspace; deleted ones can be taken back. */
export function createSnapshotActs<S extends Status>({ client, profile, store }: Options<S>) {
  const at = () => ({ profile, workspace: store.getState().id })
  const set = (how: (snapshots: readonly KeptSnapshot[]) => readonly KeptSnapshot[]) =>
    store.setState((state) => ({ ...state, snapshots: how(state.snapshots) }))
  const put = (answer: Attempt<KeptSnapshot>): Failure | null => {
    if (!answer.ok) return answer.failure
    const { value } = answer
    set((snapshots) => snapshots.map((one) => (one.id === value.id ? value : one)))
    return null
  }
  return {
    keepSnapshot: async (name: string, graph: GraphFile) => {
      const answer = await attempt(client.workspace.keepSnapshot({ ...at(), name, graph }))
      // The host may tell of it before it answers.
      if (answer.ok) set((all) => [...all.filter(({ id }) => id !== answer.value.id), answer.value])
      return answer
    },
    readSnapshot: (snapshot: string) =>
      attempt(client.workspace.readSnapshot({ ...at(), snapshot })),
    /** Marks one as deleted. The failure, or null. */
    removeSnapshot: async (snapshot: string): Promise<Failure | null> =>
      put(await attempt(client.workspace.removeSnapshot({ ...at(), snapshot }))),
    /** Takes a deleted one back. The failure, or null. */
    restoreSnapshot: async (snapshot: string): Promise<Failure | null> =>
      put(await attempt(client.workspace.restoreSnapshot({ ...at(), snapshot }))),
    /** Deletes these for good. The failure, or null. */
    discardSnapshots: async (ids: readonly string[]): Promise<Failure | null> => {
      for (const snapshot of ids) {
        const answer = await attempt(client.workspace.discardSnapshot({ ...at(), snapshot }))
        if (!answer.ok) return answer.failure
        set((snapshots) => snapshots.filter(({ id }) => id !== snapshot))
      }
      return null
    },
  }
}
