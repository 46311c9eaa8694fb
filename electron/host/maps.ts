import type { Profile } from '@shared/contract'
import { type Failure, FailureError } from '@shared/failure'
import type { MapEvent, MapKept, MapSummary, MapWanted, RefreshMode } from '@shared/map'
import { type KeptMap, mapPortOf, mapSpaces, sentencesIn } from '../services/map'
import type { Store, Workspaces } from '../services/workspace'
import { createGate } from './gate'
import { keptMap } from './kept-map'
import {
  keeperIn,
  type KeptParts,
  nothingMapped,
  refreshStore,
  seekTitlesIn,
} from './refresh-store'
import type { Sessions } from './sessions'
import { told } from './told'

type Run = { readonly profile: string; readonly workspace: string }

type Steered = {
  readonly gate: ReturnType<typeof createGate>
  readonly stopped: AbortController
}

/** What runs in which workspace, and the way to let one thing at a time do so. */
function createSteering() {
  const running = new Map<string, Steered>()
  /** Lets one thing at a time be read into a workspace; it ends with whoever listens. */
  async function* steered<T>(
    workspace: string,
    signal: AbortSignal,
    work: (mine: Steered, stop: AbortSignal) => AsyncGenerator<T, void>,
  ): AsyncGenerator<T, void> {
    if (running.has(workspace)) throw new FailureError(alreadyRuns)
    const mine: Steered = { gate: createGate(), stopped: new AbortController() }
    running.set(workspace, mine)
    try {
      yield* work(mine, AbortSignal.any([signal, mine.stopped.signal]))
    } finally {
      // Whoever listens may go without a word, and then nothing more is to be asked.
      mine.stopped.abort()
      running.delete(workspace)
    }
  }
  return { running, steered }
}

/** Maps that run, one in a workspace. */
export type Maps = ReturnType<typeof createMaps>

type Asked = Pick<Sessions, 'client'> & {
  profile(id: string): Pick<Profile, 'site'>
}

export function createMaps(sessions: Asked, workspaces: Pick<Workspaces, 'writable'>) {
  const { running, steered } = createSteering()

  const begun = onKept(sessions, workspaces, steered)
  /** Maps into the workspace, which keeps each answer as it comes. */
  const map = (
    run: Run,
    { formerHosts, ...wanted }: MapWanted,
    before: () => Promise<KeptMap | null>,
    signal: AbortSignal,
  ) =>
    begun(
      run,
      async ({ store, port, site, onEvent, stop }) => {
        const request = { ...wanted, home: { site, formerHosts } }
        const kept = { keeper: keeperIn(store), map: await before() }
        const summary = await mapSpaces(port, request, onEvent, stop, kept)
        store().mapEnd(summary)
        return summary
      },
      signal,
    )
  /** Brings what is mapped up to date; without a mode it goes on with what was left. */
  const refresh = (run: Run, mode: RefreshMode | null, signal: AbortSignal) =>
    begun(run, (kept) => refreshStore({ ...kept, mode }), signal)

  return {
    run: ({ profile, workspace, ...wanted }: Run & MapWanted, signal: AbortSignal) => {
      const begin = () => Promise.resolve(workspaces.writable(workspace).mapBegin(wanted))
      return map({ profile, workspace }, wanted, begin, signal)
    },
    goOn: (run: Run, signal: AbortSignal) => {
      const store = workspaces.writable(run.workspace)
      const header = store.mapHeader()
      if (header === null) throw new FailureError(nothingMapped)
      if (store.mapRefresh() !== null) return refresh(run, null, signal)
      const takeUp = () => {
        store.mapGoOn()
        return keptMap(store)
      }
      return map(run, header.wanted, takeUp, signal)
    },
    refresh: ({ mode, ...run }: Run & { mode: RefreshMode }, signal: AbortSignal) =>
      refresh(run, mode, signal),
    checkTitles: ({ most, ...run }: Run & { most: number }, signal: AbortSignal) =>
      begun(run, (kept) => seekTitlesIn({ ...kept, most }), signal),
    sentences: sentencesFor(sessions, workspaces),
    /** Throws where a map is being read into it. */
    refuseWhileRunning: (workspace: string): void => {
      if (running.has(workspace)) throw new FailureError(alreadyRuns)
    },
    kept: ({ workspace }: Run): MapKept | null =>
      keptOf(workspaces.writable(workspace), running.has(workspace)),
    steer: ({ workspace }: Run, act: 'pause' | 'resume' | 'stop'): void => {
      const mine = running.get(workspace)
      if (act === 'stop') mine?.stopped.abort()
      else mine?.gate.set(act === 'pause')
    },
  }
}

/** What a workspace keeps of its map, in short. */
function keptOf(store: Store, isRunning: boolean): MapKept | null {
  const header = store.mapHeader()
  if (header === null) return null
  const { wanted, calls, startedAt, ended } = header
  const begun = store.mapRefresh()?.place.begun
  const refreshing = begun === undefined ? null : { mode: begun.mode, startedAt: begun.startedAt }
  return { wanted, calls, startedAt, ended, pages: store.mapCount(), isRunning, refreshing }
}

/** The sentences around what a page names, by the hosts that its map knew. */
const sentencesFor =
  (sessions: Asked, workspaces: Pick<Workspaces, 'writable'>) =>
  async (
    { profile, workspace, ...asked }: Run & Parameters<typeof sentencesIn>[1],
    signal: AbortSignal,
  ) => {
    const { site } = sessions.profile(profile)
    const port = mapPortOf(await sessions.client(profile))
    const formerHosts = workspaces.writable(workspace).mapHeader()?.wanted.formerHosts ?? []
    return sentencesIn(port, asked, { site, formerHosts }, signal)
  }

const alreadyRuns: Failure = { kind: 'map-not-ready', why: 'running' }

/** Works on the map that a workspace keeps, with the calls of a profile, and tells what differs. */
function onKept(
  sessions: Asked,
  workspaces: Pick<Workspaces, 'writable'>,
  steered: ReturnType<typeof createSteering>['steered'],
) {
  return async function* begun(
    { profile, workspace }: Run,
    work: (kept: KeptParts) => Promise<MapSummary>,
    signal: AbortSignal,
  ): AsyncGenerator<MapEvent, void> {
    const { site } = sessions.profile(profile)
    const client = await sessions.client(profile)
    yield* steered(workspace, signal, async function* ({ gate }, stop) {
      const store = () => workspaces.writable(workspace)
      const summary = yield* told<MapEvent, MapSummary>((onEvent) =>
        work({ store, port: mapPortOf(client, gate.pass), site, onEvent, stop }),
      )
      yield { kind: 'done', summary }
    })
  }
}
