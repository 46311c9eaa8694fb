import type { KeptSnapshot, WorkspaceEvent } from '@shared/workspace'
import type { Arrivals } from './arrivals'
import type { OwnWork } from './own-work'

type Parts = {
  readonly own: Pick<OwnWork, 'rebase' | 'show'>
  readonly page: string
  /** Of the workspace, as the page has opened it. */
  readonly first: number
  /** Has all that was done here numbered before something of another page comes below it. */
  readonly gather: () => void
  readonly onSnapshots: (snapshots: readonly KeptSnapshot[]) => void
}

type Anew = Extract<WorkspaceEvent, { kind: 'anew' }>
type Update = Extract<WorkspaceEvent, { kind: 'update' }>

/** Takes in what the host tells of a workspace, in the order in which it was written. */
export function createTaking({ own, page, first, gather, onSnapshots }: Parts) {
  let version = first
  const takeOwn = ({ n, update: { entries = [], steps = [] } }: Update, to: Arrivals): void => {
    const settled = n === null ? [] : own.rebase.settle(n)
    to.settled(settled.flatMap(({ change }) => change.entries ?? []))
    if (entries.length + steps.length > 0) to.update({ entries, steps }, version)
  }
  const takeOthers = ({ update }: Update, to: Arrivals): void => {
    gather()
    own.rebase.arrive(update.kept)
    const places = update.places ?? []
    own.show({ arrivals: to, version, places, put: () => to.update(update, version) })
  }
  const takeUpdate = (event: Update, to: Arrivals): void => {
    if (event.version <= version) return
    version = event.version
    if (event.update.snapshots !== undefined) onSnapshots(event.update.snapshots)
    if (event.by === page) takeOwn(event, to)
    else takeOthers(event, to)
  }
  const takeAnew = ({ state, n, ...event }: Anew, to: Arrivals): void => {
    gather()
    version = event.version
    own.rebase.begin(state, n)
    onSnapshots(state.snapshots)
    own.show({ arrivals: to, version, places: state.places, put: () => to.anew(state) })
  }
  return {
    version: (): number => version,
    /** `to` shows what other pages did. */
    take: (event: WorkspaceEvent, to: Arrivals): void => {
      if (event.kind === 'present') to.present(event.present)
      else if (event.kind === 'anew') takeAnew(event, to)
      else takeUpdate(event, to)
    },
  }
}
