import {
  type Entry,
  historyOf,
  isThere,
  redoSteps,
  takenBack,
  undoSteps,
  unsettledIn,
  unsettledSince,
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
  /** An act of an earlier session, or several at once, are asked about first. */
  | { readonly kind: 'asks' }
  /** Nobody knows whether this act is done, so neither it nor what was before is taken back. */
  | { readonly kind: 'unsettled'; readonly failure: Failure; readonly entry: Entry }
  | { readonly kind: 'done'; readonly entry: Entry; readonly of: Entry }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly of: Entry
      /** The undo itself as far as it came; null where nothing was sent. */
      readonly entry: Entry | null
      /** Acts of several that were taken back before this one. */
      readonly before: number
    }

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly canvas: Pick<CanvasModel, 'put'>
  readonly edits: Edits
  readonly draft: Pick<Draft, 'put' | 'store'>
}

/** What holds since an act, it included, the last one first. */
function sinceInHistory(id: string, done: readonly Entry[]): Entry[] {
  const from = done.findIndex((entry) => entry.id === id)
  return from < 0 ? [] : done.slice(from).reverse()
}

/** Walks the acts of the view and those at the server back and forth, in one order. */
export function createUndo({ graph, view, canvas, edits, draft }: Parts) {
  const { store } = edits
  const isMine = (entry: Entry): boolean => edits.isMine(entry)

  /** What is to be put: what later acts did stays where this one is not the last. */
  const partFor = (change: ViewChange, isBack: boolean, isLast: boolean): ViewPart => {
    const { before, after } = change
    if (isLast) return isBack ? before : after
    const now = view.part(Object.keys(before) as (keyof ViewPart)[])
    const here = { ...now, draft: [...draft.store.getState().lines] }
    return takenBack(here, isBack ? change : { before: after, after: before })
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

  /** Whether all since was done after it here: then the view is as the act has left it. */
  const isAlone = (entry: Entry): boolean => {
    const { entries } = store.getState()
    const since = entries.slice(entries.indexOf(entry) + 1)
    const after = new Set([entry, ...since].map(({ id }) => id))
    return since.every((later) => isMine(later) && (later.of === null || after.has(later.of)))
  }
  const walk = async (entry: Entry, isBack: boolean, isLast = isAlone(entry)): Promise<Taken> => {
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
    const made = outcome.entry
    if (outcome.failure === null && made?.steps.every(isThere) === true) {
      return { kind: 'done', entry: made, of: entry }
    }
    const failure = outcome.failure ?? { kind: 'cancelled' }
    return { kind: 'failed', failure, of: entry, entry: made, before: 0 }
  }

  /** Whether a person should say yes first: it is long ago for them. */
  const isOld = (entry: Entry): boolean => entry.view === null && entry.session !== edits.session

  /** Says which act has to be settled first. */
  const unsettled = (open: Entry | null): Taken | null => {
    if (open === null) return null
    const { title } = open
    const sending = store.getState().running.has(open.id)
    const failure: Failure = { kind: 'unsettled', title, sending }
    return { kind: 'unsettled', failure, entry: open }
  }

  const step = async (isBack: boolean, confirmed: boolean): Promise<Taken> => {
    const { done, undone } = historyOf(store.getState().entries, isMine)
    const entry = (isBack ? done : undone).at(-1)
    const open = unsettled(unsettledSince(entry?.id ?? '', store.getState().entries.filter(isMine)))
    if (open !== null) return open
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
      const { entries } = store.getState()
      const open = unsettled(unsettledIn(id, entries.filter(isMine)))
      if (open !== null) return open
      const { done } = historyOf(entries, isMine)
      const entry = done.find((one) => one.id === id)
      return entry === undefined
        ? { kind: 'nothing' }
        : walk(entry, true, entry === done.at(-1) && isAlone(entry))
    },
    /**
     * Takes back all that was done since an entry, it included; stops at the first failure. Where
     * more than one change would be sent, a person says yes to all of them first.
     */
    undoTo: async (id: string, confirmed = false): Promise<Taken> => {
      const { entries } = store.getState()
      const open = unsettled(unsettledSince(id, entries.filter(isMine)))
      if (open !== null) return open
      const wanted = sinceInHistory(id, historyOf(entries, isMine).done)
      const sent = wanted.flatMap((entry) => undoSteps(entry, entries))
      if (!confirmed && (sent.length > 1 || wanted.some(isOld))) {
        edits.ask({ kind: 'undo-to', id, entries: wanted, steps: sent })
        return { kind: 'asks' }
      }
      let last: Taken = { kind: 'nothing' }
      for (const [before, entry] of wanted.entries()) {
        last = await walk(entry, true)
        if (last.kind === 'failed') return { ...last, before }
      }
      return last
    },
  }
}
