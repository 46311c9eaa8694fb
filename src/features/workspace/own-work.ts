import type { Entry, Place } from '@shared/edit'
import type { NodeId } from '@shared/graph'
import {
  type Kept,
  keptChanging,
  type WorkspaceChange,
  type WorkspaceState,
} from '@shared/workspace'
import type { CrawlModel } from '../crawl'
import type { GraphModel } from '../graph'
import type { Arrivals } from './arrivals'
import { createRebase, type Save } from './rebase'
import { createPending } from './save'

export type OwnOptions = {
  readonly opened: WorkspaceState
  readonly graph: Pick<GraphModel, 'store' | 'onDelta'>
  readonly crawl: Pick<CrawlModel, 'onRecords'>
  /** Where acts on the view are noted; edits are written down by the host. */
  readonly journal: { readonly onViewAct: (listener: (entry: Entry) => void) => () => void }
  readonly positions: () => readonly (readonly [NodeId, Place])[]
  /** What is kept beside the graph, its places and the journal, as the page has it now. */
  readonly kept: () => Kept
  /** Called before a save, so that nothing waits elsewhere. */
  readonly settle: () => void
}

/** What arrived, and where it is put. */
type Arrived = {
  readonly arrivals: Arrivals
  readonly version: number
  readonly places: WorkspaceState['places']
  readonly put: () => void
}

/** What this page does: gathered into saves, and kept over what arrives from other pages. */
export function createOwnWork(
  { opened, graph, crawl, journal, positions, settle, ...options }: OwnOptions,
  onChange: () => void,
) {
  const rebase = createRebase(opened)
  const pending = createPending()
  pending.known(opened.places)
  /** As it was when it was last compared: only what differs from it is sent. */
  let shown: Kept = opened
  let count = 0
  /** What comes from other pages is not sent back. */
  let isTaking = false
  graph.onDelta((delta) => {
    if (isTaking) {
      pending.forget(delta.removed.nodes)
      return
    }
    pending.delta(delta)
    onChange()
  })
  crawl.onRecords((records) => {
    pending.records(records)
    onChange()
  })
  journal.onViewAct((entry) => {
    pending.entry(entry)
    onChange()
  })
  return {
    rebase,
    /** A save of all that was done since the last one, or null for nothing. */
    gather: (): Save | null => {
      settle()
      const now = options.kept()
      const kept = keptChanging.between(shown, now)
      shown = now
      const { nodes } = graph.store.getState().graph
      // Where a node stood that is gone is kept by the page alone, should it come back.
      const change = pending.take(positions().filter(([id]) => nodes.has(id)))
      if (kept === undefined && isNothing(change)) return null
      count += 1
      const save = { n: count, change: kept === undefined ? change : { ...change, kept } }
      rebase.add(save)
      return save
    },
    /** Shows what others wrote, and over it what this page has done and not heard back yet. */
    show: ({ arrivals, version, places, put }: Arrived): void => {
      isTaking = true
      try {
        const next = rebase.shown()
        arrivals.kept(shown, next)
        shown = next
        put()
        for (const { change } of rebase.waiting()) arrivals.update(againOf(change), version)
        pending.known(places)
      } finally {
        isTaking = false
      }
      onChange()
    },
  }
}
export type OwnWork = ReturnType<typeof createOwnWork>

/** What of a save has to be put over what arrived below it. */
const againOf = ({ batch, gone, records, places }: WorkspaceChange): WorkspaceChange => ({
  batch,
  gone,
  records,
  places,
})

const isNothing = ({ batch, gone, records, entries, places }: WorkspaceChange): boolean =>
  [batch?.entities, batch?.relations, gone?.nodes, gone?.edges, records, entries, places].every(
    (list) => (list ?? []).length === 0,
  )
