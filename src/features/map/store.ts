import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import type { QueryRecord } from '@shared/crawl'
import type { Failure } from '@shared/failure'
import type { Batch, EdgeId } from '@shared/graph'
import {
  type MapEvent,
  type MapKept,
  type MapProgress,
  type MapSummary,
  type MapWanted,
  pageRelations,
  type RefreshMode,
} from '@shared/map'
import { attempt, type Client, toFailure } from '../../transport'
import { createAskSpaces } from './ask-spaces'

/** What the person chose to map; kept until another map begins. */
export type Chosen = Pick<MapWanted, 'spaces' | 'relations' | 'formerHosts'>

export type MapRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'active'
      readonly progress: MapProgress
      readonly paused: boolean
      /** How many pages there are, about; null where the site did not say. */
      readonly about: number | null
    }
  | { readonly kind: 'ended'; readonly summary: MapSummary }
  /** Nothing could be read at all. */
  | { readonly kind: 'failed'; readonly failure: Failure }

export type MapState = {
  readonly chosen: Chosen
  readonly run: MapRun
  /** What the workspace keeps of its map; null where nothing was mapped. */
  readonly kept: MapKept | null
}

/** What a map has found since it told something last. */
export type Mapped = {
  readonly batch: Batch
  readonly gone: readonly EdgeId[]
  readonly records: readonly QueryRecord[]
}

type Options = {
  readonly client: Client
  readonly profile: Profile
  readonly workspace: () => string
  /** Told before the first call. */
  readonly onStart: (wanted: Chosen) => void
  /**
   * Told before the first call of a refresh, which waits for it; when one that goes on began, null for
   * one that begins.
   */
  readonly onRefresh: (began: string | null) => Promise<void>
  readonly onMapped: (mapped: Mapped) => void
  readonly onCalls: (calls: number) => void
  readonly onEnd: (summary: MapSummary) => void
}

/** Far more than any site needs; it ends what would never end. */
const maxCalls = 100_000

const nothingRead: MapProgress = { phase: 'reading', pages: 0, relations: 0, calls: 0 }

/** Maps whole spaces over the contract, and hands on what comes. */
export function createMapStore(parts: Options) {
  const { client, profile, workspace, onStart } = parts
  const store = createStore<MapState>(() => ({
    chosen: { spaces: [], relations: [...pageRelations], formerHosts: [] },
    run: { kind: 'idle' },
    kept: null,
  }))
  const ask = createAskSpaces(client, profile, parts.onCalls)
  const closing = new AbortController()

  const at = () => ({ profile: profile.id, workspace: workspace() })
  const progressed = (progress: MapProgress, before: number): void => {
    parts.onCalls(progress.calls - before)
    store.setState(({ run }) => (run.kind === 'active' ? { run: { ...run, progress } } : {}))
  }
  const callsNow = (): number => {
    const { run } = store.getState()
    return run.kind === 'active' ? run.progress.calls : 0
  }
  const take = (event: MapEvent): void => {
    if (event.kind === 'batch') parts.onMapped(event)
    if (event.kind === 'progress') progressed(event.progress, callsNow())
    if (event.kind === 'done') {
      parts.onCalls(event.summary.calls - callsNow())
      store.setState({ run: { kind: 'ended', summary: event.summary } })
      parts.onEnd(event.summary)
    }
  }

  /** What the workspace keeps, as it is now. */
  const look = async (): Promise<MapKept | null> => {
    const answer = await attempt(client.map.kept(at()))
    const kept = answer.ok ? answer.value : null
    store.setState({ kept })
    return kept
  }
  const follow = async (
    begin: Promise<AsyncIterable<MapEvent>>,
    progress: MapProgress,
    about: number | null,
  ): Promise<void> => {
    store.setState({ run: { kind: 'active', progress, paused: false, about } })
    try {
      for await (const event of await begin) take(event)
    } catch (error) {
      store.setState({ run: { kind: 'failed', failure: toFailure(error) } })
    }
    await look()
  }
  const isBusy = () => store.getState().run.kind === 'active'
  const options = { signal: closing.signal }

  const start = async (chosen: Chosen, about: number | null): Promise<void> => {
    if (isBusy() || chosen.spaces.length === 0) return
    store.setState({ chosen })
    onStart(chosen)
    await follow(client.map.run({ ...at(), ...chosen, maxCalls }, options), nothingRead, about)
  }
  /** Goes on with what the workspace keeps; nothing is asked twice. */
  const goOn = async (): Promise<void> => {
    const kept = isBusy() ? null : await look()
    if (kept === null || kept.isRunning) return
    const { pages, calls, wanted, refreshing } = kept
    onStart(wanted)
    if (refreshing !== null) await parts.onRefresh(refreshing.startedAt)
    // Its calls were counted when they were made.
    const progress = { ...nothingRead, pages, calls }
    await follow(client.map.goOn(at(), options), progress, null)
  }
  /** Brings what is mapped to what the site has now. */
  const refresh = async (mode: RefreshMode): Promise<void> => {
    const kept = isBusy() ? null : await look()
    if (kept === null || kept.isRunning) return
    await parts.onRefresh(null)
    // Another press may have begun one meanwhile.
    if (isBusy()) return
    await follow(client.map.refresh({ ...at(), mode }, options), nothingRead, kept.pages)
  }
  /** Asks for titles that pages name in vain, at most so many. */
  const checkTitles = async (most: number): Promise<void> => {
    const kept = isBusy() ? null : await look()
    if (kept === null || kept.isRunning || isBusy()) return
    await follow(client.map.checkTitles({ ...at(), most }, options), nothingRead, kept.pages)
  }
  const steer = (act: 'pause' | 'resume' | 'stop'): void => {
    const { run } = store.getState()
    if (run.kind !== 'active') return
    store.setState({ run: { ...run, paused: act === 'pause' } })
    void attempt(client.map.steer({ ...at(), act }))
  }
  return {
    store,
    ask,
    choose: (part: Partial<Chosen>) =>
      store.setState(({ chosen }) => ({ chosen: { ...chosen, ...part } })),
    start,
    look,
    goOn,
    refresh,
    checkTitles,
    pause: () => steer('pause'),
    resume: () => steer('resume'),
    /** What came stays, and the summary says what is lacking. */
    stop: () => steer('stop'),
    close: () => closing.abort(),
  }
}
export type MapModel = ReturnType<typeof createMapStore>
