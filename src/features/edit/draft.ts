import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import {
  type ChangeLine,
  type Doubt,
  doubtsIn,
  lineKey,
  type Step,
  stepsOf,
  type ViewChange,
  withName,
} from '@shared/edit'
import type { Failure } from '@shared/failure'
import type { EdgeId } from '@shared/graph'
import { draftedBy } from '@shared/picture'
import { decodeText, isolated, quoted } from '@shared/text'
import type { Client } from '../../transport'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import { createEnds } from './bring-ends'
import { createChecker } from './draft-check'
import type { DraftState } from './draft-state'
import { readImport } from './read-import'

type Options = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly kept: readonly ChangeLine[]
  /** Relation names that are in use here. */
  readonly names: () => readonly string[]
  readonly onCalls: (calls: number) => void
  /** Notes a change of the draft, so that it can be taken back; gives the entry's id. */
  readonly onAct: (title: string, change: ViewChange) => string
}

type Added = { readonly count: number; readonly entry: string | null }

/** Collects wanted changes; nothing is sent before a person has looked at them and applies them. */
export function createDraftStore(options: Options) {
  const { client, profile, graph, view, kept, names, onCalls, onAct } = options
  const store = createStore<DraftState>(() => ({
    on: kept.length > 0,
    lines: kept,
    checks: new Map(),
    leftOut: new Set(),
    checking: false,
    failure: null,
    notes: null,
  }))
  const set = store.setState
  const toSteps = (lines: readonly ChangeLine[]): Step[] =>
    stepsOf(lines, (id) => graph.store.getState().graph.edges.get(id as EdgeId))
  const show = () => {
    const { edges } = graph.store.getState().graph
    view.setDrafted(draftedBy(store.getState().lines, edges))
  }
  const put = (lines: readonly ChangeLine[]) => {
    set({ lines })
    show()
  }
  const change = (title: string, lines: readonly ChangeLine[]): string => {
    const before = store.getState().lines
    put(lines)
    return onAct(title, { before: { draft: [...before] }, after: { draft: [...lines] } })
  }
  /** How many were not in the draft, and the entry of the act where there were any. */
  const add = (title: string, more: readonly ChangeLine[]): Added => {
    const { lines } = store.getState()
    const known = new Set(lines.map(lineKey))
    const fresh = more.filter((line) => !known.has(lineKey(line)))
    const count = fresh.length
    return { count, entry: count === 0 ? null : change(title, [...lines, ...fresh]) }
  }

  const checker = createChecker(client, profile, store)
  const ends = createEnds({
    ...{ client, profile: profile.id, onCalls },
    isDrawn: (id) => graph.store.getState().graph.nodes.has(id),
  })
  if (kept.length > 0) show()

  return {
    store,
    toSteps,
    /** As another page has it; whether changes are collected here stays as it is. */
    arrived: (lines: readonly ChangeLine[]) => {
      set({ lines })
      show()
    },
    add,
    put,
    check: checker.check,
    checkAgain: checker.checkAgain,
    stopChecking: checker.stop,
    setOn: (on: boolean) => set({ on }),
    toggle: (line: ChangeLine) =>
      set(({ leftOut }) => {
        const next = new Set(leftOut)
        if (!next.delete(lineKey(line))) next.add(lineKey(line))
        return { leftOut: next }
      }),
    /** Knowledge of the server that is older than a review is not shown as new. */
    forgetChecks: () => set({ checks: new Map() }),
    remove: (line: ChangeLine) =>
      change(
        'Took a change out of the draft.',
        store.getState().lines.filter((one) => lineKey(one) !== lineKey(line)),
      ),
    /** Answers a doubt: the name that was meant is used, or the new one is kept. */
    settleDoubt: (doubt: Doubt, useMeant: boolean) => {
      const { lines, notes } = store.getState()
      if (notes === null) return
      const sentence = `Used ${quoted(doubt.meant)} instead of ${quoted(doubt.name)} in the draft.`
      const acts = useMeant ? [...notes.acts, change(sentence, withName(lines, doubt))] : notes.acts
      set({ notes: { ...notes, acts, doubts: notes.doubts.filter((one) => one !== doubt) } })
    },
    clear: () => change('Emptied the draft.', []),
    /** These are in the journal now, so they are no draft any longer. */
    settle: (lines: readonly ChangeLine[]) => {
      const gone = new Set(lines.map(lineKey))
      put(store.getState().lines.filter((line) => !gone.has(lineKey(line))))
      set({ notes: null })
    },
    /** Takes in a change set or an exported graph; the failure where it is neither. */
    take: async (name: string, bytes: Uint8Array): Promise<Failure | null> => {
      const { edges } = graph.store.getState().graph
      const { text, note } = decodeText(bytes, TextDecoder)
      const read = readImport(name, text, { site: profile.site, isThere: (id) => edges.has(id) })
      if (!read.ok) return read.failure
      const lines = await ends.spelled(read.lines)
      const doubts = doubtsIn(lines, [...names(), ...store.getState().lines.map(nameIn)])
      const { count, entry } = add(`Imported ${isolated(name)}.`, lines)
      set({
        on: true,
        notes: {
          bad: read.bad,
          sentences: [...read.notes(count), ...(note === null ? [] : [note])],
          acts: entry === null ? [] : [entry],
          doubts: entry === null ? [] : doubts,
        },
      })
      const failure = await ends.bring(lines, (entities) =>
        graph.apply({ entities, relations: [] }),
      )
      if (failure !== null) set({ failure })
      show()
      return null
    },
  }
}

const nameIn = ({ relation, newName }: ChangeLine): string => newName ?? relation

export type Draft = ReturnType<typeof createDraftStore>
