import type { StepEvent } from '@shared/contract'
import { readBack, runSteps, type Step } from '@shared/edit'
import { FailureError } from '@shared/failure'
import type { RemoteClient } from '../remote'
import type { Store } from '../workspace'
import { editPort } from './port'

type Client = Pick<RemoteClient, 'get' | 'create' | 'delete'>

export type RunWanted = {
  readonly entry: string
  readonly retry: boolean
  readonly force: boolean
  /** Which page runs it. */
  readonly page?: string | undefined
}

/**
 * Steps that a run takes up: those that wait, and with a retry those that came to nothing. What is
 * not known is read back first, and never sent a second time in the dark.
 */
const isDue = ({ state }: Step, { retry, force }: RunWanted): boolean =>
  state === 'waiting' || (retry && state === 'refused') || (force && state === 'conflict')

/**
 * Sends the due steps of an entry, but for those that another run has in hand. Each is in the
 * journal before it is sent, and told to the page only after its outcome is there. The signal
 * leaves what was not sent waiting, and so does whoever stops listening.
 */
export async function* runEntry(
  { store, client, concurrency }: { store: Store; client: Client; concurrency: number },
  wanted: RunWanted,
  signal?: AbortSignal,
): AsyncGenerator<StepEvent, void> {
  const unheard = new AbortController()
  const stop = signal === undefined ? unheard.signal : AbortSignal.any([signal, unheard.signal])
  const entry = store.entry(wanted.entry)
  if (entry === null) throw new FailureError({ kind: 'bug', reference: 'no-entry' })
  const due = entry.steps.flatMap((step, at) => (isDue(step, wanted) ? [at] : []))
  const chosen = store.claim(wanted.entry, due)
  let calls = 0
  const ready: StepEvent[] = []
  let wake: () => void = () => undefined
  const state = { isOver: false }
  const work = runSteps(entry.steps, chosen, {
    port: editPort(client, store.entity, { onCalls: (more) => (calls += more), signal: stop }),
    concurrency,
    force: wanted.force,
    signal: stop,
    onStep: (at, step) => {
      const version = store.step(wanted.entry, at, step, wanted.page)
      ready.push({ at, step, calls, version })
      calls = 0
      wake()
      return Promise.resolve()
    },
  })
  const over = work.finally(() => {
    store.release(wanted.entry, chosen)
    state.isOver = true
    wake()
  })
  over.catch(() => undefined)
  try {
    for (;;) {
      const next = ready.shift()
      if (next !== undefined) yield next
      else if (state.isOver) break
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    await over
  } finally {
    // What is on its way is still written down when its answer comes.
    unheard.abort()
  }
}

/** Which changes are read back: all, those of one entry, or one of its steps. */
export type Unsure = { readonly entry?: string | undefined; readonly at?: number | undefined }

type Settled = {
  readonly entry: string
  readonly at: number
  readonly step: Step
  /** Of the workspace, with the step in it. */
  readonly version: number
}

const isUnsure = (step: Step | undefined): step is Step =>
  step?.state === 'sent' || step?.state === 'unknown'

/**
 * Reads the server back for every step of which nobody knows whether it arrived. One that is on its
 * way is left to who sent it.
 */
export async function resolveUnsure(
  { store, client, concurrency }: { store: Store; client: Client; concurrency: number },
  only: Unsure,
): Promise<Settled[]> {
  const port = editPort(client, store.entity)
  const open = store.unsure().filter(({ entry, at }) => isMeant(only, entry, at))
  // Who asks about one act hears all of it: it may have been settled unheard.
  const settled: Settled[] = only.entry === undefined ? [] : stepsIn(store, only.entry)
  const settle = async (entry: string, at: number): Promise<void> => {
    if (store.claim(entry, [at]).length === 0) return
    try {
      // While others were read back it may have been settled.
      const step = store.entry(entry)?.steps[at]
      if (!isUnsure(step)) return
      const next = await readBack(step, port)
      const version = store.step(entry, at, next)
      settled.push({ entry, at, step: next, version })
    } finally {
      store.release(entry, [at])
    }
  }
  const worker = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      await settle(next.entry, next.at)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return settled
}

const stepsIn = (store: Store, entry: string): Settled[] => {
  const version = store.version()
  return (store.entry(entry)?.steps ?? []).map((step, at) => ({ entry, at, step, version }))
}

const isMeant = (only: Unsure, entry: string, at: number): boolean =>
  (only.entry === undefined || only.entry === entry) && (only.at === undefined || only.at === at)
