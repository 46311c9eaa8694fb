import {
  type Entry,
  historyOf,
  redoSteps,
  takenBack,
  undoSteps,
  type ViewChange,
  type ViewPart,
} from '@shared/edit'
import { type Failure } from '@shared/failure'
import type { EdgeId, NodeId } from '@shared/graph'
import type { CanvasModel } from '../canvas'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import type { Draft } from './draft'
import type { Edits } from './store'

export type Taken =
  | { readonly kind: 'nothing' }
  /** An act of an earlier session is asked about first. */
  | { readonly kind: 'asks' }
  | { readonly kind: 'done'; readonly entry: Entry; readonly of: Entry }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly of: Entry
      /** The undo that can be forced, where somebody else was there before. */
      readonly conflict: string | null
    }

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly canvas: Pick<CanvasModel, 'put'>
  readonly edits: Edits
  readonly draft: Pick<Draft, 'put' | 'store'>
}

/** Walks the acts of the view and those at the server back and forth, in one order. */
export function createUndo({ graph, view, canvas, edits, draft }: Parts) {
  const { store } = edits

  /** What is to be put: what later acts did stays where this one is not the last. */
  const partFor = (change: ViewChange, isBack: boolean, isLast: boolean): ViewPart => {
    if (!isBack) return change.after
    if (isLast) return change.before
    const now = view.part(Object.keys(change.before) as (keyof ViewPart)[])
    return takenBack({ ...now, draft: [...draft.store.getState().lines] }, change)
  }
  const putView = (change: ViewChange, isBack: boolean, isLast: boolean): void => {
    if (change.brought !== undefined) {
      const { batch, nodes, edges } = change.brought
      if (isBack) {
        graph.remove({ nodes, edges })
        view.forget(new Set<NodeId>(nodes), new Set<EdgeId>(edges))
      } else graph.apply(batch)
    }
    const part = partFor(change, isBack, isLast)
    if (part.draft !== undefined) draft.put(part.draft)
    canvas.put(part)
  }

  const walk = async (entry: Entry, isBack: boolean, isLast = true): Promise<Taken> => {
    const kind = isBack ? 'undo' : 'redo'
    const title = `${isBack ? 'Undone' : 'Done again'}: ${entry.title}`
    if (entry.view !== null) {
      putView(entry.view, isBack, isLast)
      edits.noteView(kind, title, null, entry.id)
      return { kind: 'done', entry, of: entry }
    }
    const { entries } = store.getState()
    const steps = isBack ? undoSteps(entry, entries) : redoSteps(entry, entries)
    const outcome = await edits.perform({ kind, title, steps, of: entry.id })
    if (outcome.failure !== null || outcome.entry === null) {
      const hasConflict = outcome.entry?.steps.some(({ state }) => state === 'conflict') ?? false
      return {
        kind: 'failed',
        failure: outcome.failure ?? { kind: 'cancelled' },
        of: entry,
        conflict: hasConflict ? (outcome.entry?.id ?? null) : null,
      }
    }
    return { kind: 'done', entry: outcome.entry, of: entry }
  }

  /** Whether a person should say yes first: it is long ago for them. */
  const isOld = (entry: Entry): boolean => entry.view === null && entry.session !== edits.session

  const step = async (isBack: boolean, confirmed: boolean): Promise<Taken> => {
    const { done, undone } = historyOf(store.getState().entries)
    const entry = (isBack ? done : undone).at(-1)
    if (entry === undefined) return { kind: 'nothing' }
    if (isOld(entry) && !confirmed) {
      edits.ask({ kind: 'undo', entry, redo: !isBack })
      return { kind: 'asks' }
    }
    return walk(entry, isBack)
  }
  return {
    undo: (confirmed = false): Promise<Taken> => step(true, confirmed),
    redo: (confirmed = false): Promise<Taken> => step(false, confirmed),
    /** Takes back one act, whatever was done since. */
    undoOne: async (id: string): Promise<Taken> => {
      const { done } = historyOf(store.getState().entries)
      const entry = done.find((one) => one.id === id)
      return entry === undefined ? { kind: 'nothing' } : walk(entry, true, entry === done.at(-1))
    },
    /** Takes back all that was done since an entry, it included; stops at the first failure. */
    undoTo: async (id: string): Promise<Taken> => {
      let last: Taken = { kind: 'nothing' }
      for (;;) {
        const { done } = historyOf(store.getState().entries)
        const next = done.at(-1)
        if (next === undefined || !done.some((entry) => entry.id === id)) return last
        last = await walk(next, true)
        if (last.kind === 'failed') return last
      }
    },
  }
}
