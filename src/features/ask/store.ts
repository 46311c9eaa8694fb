import { createStore } from 'zustand/vanilla'
import type { Answer, AskKind, Change, Question } from '@shared/ask'
import type { NodeId, Unresolved } from '@shared/graph'
import type { GraphModel } from '../graph'
import type { WriteAs } from './answering'
import { answerTo, textOf } from './asker'

/** What is asked: `stands-out` is no question of the five, but what the graph shows by itself. */
export type Choice = {
  readonly kind: AskKind | 'stands-out'
  /** For `change`: the page, and what is meant to be done to it. */
  readonly page: NodeId | null
  readonly by: Change | null
  /** For `stale`: what was not changed for so many days is old. */
  readonly days: number
}

export type AskState = {
  readonly choice: Choice
  readonly process: { readonly kind: 'idle' | 'waiting' | 'working' | 'ready' | 'failed' }
  /** The last answer to what is asked; it stays while it is worked out anew. */
  readonly answer: Answered | null
}

export type Answered = {
  readonly answer: Answer
  /** ISO 8601: the graph was as it is here. */
  readonly asOf: string
}

type Parts = {
  readonly site: string
  readonly graph: GraphModel
  readonly unresolved: {
    readonly now: () => readonly Unresolved[] | null
    readonly subscribe: (onChange: () => void) => () => void
  }
}

/** A map changes the graph many times a second; it is asked when it rests. */
const rest = 500

const first: Choice = { kind: 'stands-out', page: null, by: null, days: 365 }

/** Asks a graph one of the five questions, again when it has changed and rests. */
export function createAskStore({ site, graph, unresolved }: Parts) {
  const store = createStore<AskState>(() => ({
    choice: first,
    process: { kind: 'idle' },
    answer: null,
  }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let run = new AbortController()
  let isFollowing = false

  const giveUp = () => {
    clearTimeout(timer)
    run.abort()
  }
  const work = async () => {
    giveUp()
    const asOf = new Date().toISOString()
    const question = questionOf(store.getState().choice, asOf)
    if (question === null) {
      store.setState({ process: { kind: 'idle' }, answer: null })
      return
    }
    store.setState({ process: { kind: 'working' } })
    const mine = new AbortController()
    run = mine
    const model = graph.store.getState().graph
    try {
      const asked = { graph: model, unresolved: unresolved.now(), question }
      const answer = await answerTo(asked, mine.signal)
      if (answer === null || mine.signal.aborted) return
      store.setState({ process: { kind: 'ready' }, answer: { answer, asOf } })
    } catch {
      if (!mine.signal.aborted) store.setState({ process: { kind: 'failed' } })
    }
  }
  const changed = () => {
    if (store.getState().process.kind === 'idle') return
    giveUp()
    store.setState({ process: { kind: 'waiting' } })
    timer = setTimeout(() => void work(), rest)
  }

  return {
    store,
    /** Asks something else, at once where somebody looks at it. */
    choose: (part: Partial<Choice>) => {
      const choice = { ...store.getState().choice, ...part }
      store.setState({ choice, answer: null })
      if (isFollowing) void work()
    },
    /** Asks it now. */
    work: () => void work(),
    /** An answer as the command line writes it; rejects where it could not be made. */
    write: ({ answer, asOf }: Answered, as: WriteAs, version: string): Promise<string> =>
      textOf({
        ...{ as, answer, about: { version, site, asOf } },
        title: answer.page === null ? '' : graph.titleOf(answer.page),
      }),
    /** Asks now and after each change. Gives how to stop. */
    follow: () => {
      isFollowing = true
      const stops = [
        graph.store.subscribe((now, old) => {
          if (now.graph !== old.graph) changed()
        }),
        unresolved.subscribe(changed),
      ]
      void work()
      return () => {
        isFollowing = false
        for (const stop of stops) stop()
        giveUp()
      }
    },
  }
}

export type AskModel = ReturnType<typeof createAskStore>

function questionOf({ kind, page, by, days }: Choice, now: string): Question | null {
  switch (kind) {
    case 'stands-out':
      return null
    case 'change':
      return page === null ? null : { kind, page, ...(by !== null && { by }) }
    case 'stale':
      return { kind, now, days }
    case 'nowhere':
    case 'unreached':
    case 'shape':
      return { kind }
  }
}
