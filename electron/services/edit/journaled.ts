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
}

/** Steps that a run takes up: those that wait, and with a retry those that came to nothing. */
const isDue = ({ state }: Step, { retry, force }: RunWanted): boolean =>
  state === 'waiting' ||
  (retry && (state === 'refused' || state === 'unknown')) ||
  (force && state === 'conflict')

/**
 * Sends the due steps of an entry, but for those that another run has in hand. Each is in the
 * journal before it is sent, and told to the page only after its outcome is there. Aborting leaves
 * what was not begun waiting.
 */
export async function* runEntry(
  { store, client, concurrency }: { store: Store; client: Client; concurrency: number },
  wanted: RunWanted,
  signal?: AbortSignal,
): AsyncGenerator<StepEvent, void> {
  const entry = store.entry(wanted.entry)
  if (entry === null) throw new FailureError({ kind: 'bug', reference: 'no-entry' })
  const due = entry.steps.flatMap((step, at) => (isDue(step, wanted) ? [at] : []))
  const chosen = store.claim(wanted.entry, due)
  let calls = 0
  const ready: StepEvent[] = []
  let wake: () => void = () => undefined
  const state = { isOver: false }
  const work = runSteps(entry.steps, chosen, {
    // A write that was sent is waited for, so the signal only keeps further ones from starting.
    port: editPort(client, store.entity, { onCalls: (more) => (calls += more) }),
    concurrency,
    force: wanted.force,
    ...(signal === undefined ? {} : { signal }),
    onStep: (at, step) => {
      store.step(wanted.entry, at, step)
      ready.push({ at, step, calls })
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
  // Whoever stops listening leaves it to run to its end; its failure is told below.
  over.catch(() => undefined)
  for (;;) {
    const next = ready.shift()
    if (next !== undefined) yield next
    else if (state.isOver) break
    else await new Promise<void>((resolve) => (wake = resolve))
  }
  await over
}

const isUnsure = (step: Step | undefined): step is Step =>
  step?.state === 'sent' || step?.state === 'unknown'

/**
 * Reads the server back for every step of which nobody knows whether it arrived. One that is on its
 * way is left to who sent it.
 */
export async function resolveUnsure({
  store,
  client,
}: {
  store: Store
  client: Client
}): Promise<{ entry: string; at: number; step: Step }[]> {
  const port = editPort(client, store.entity)
  const resolved: { entry: string; at: number; step: Step }[] = []
  for (const { entry, at } of store.unsure()) {
    if (store.claim(entry, [at]).length === 0) continue
    try {
      // While others were read back it may have been settled.
      const step = store.entry(entry)?.steps[at]
      if (!isUnsure(step)) continue
      const next = await readBack(step, port)
      store.step(entry, at, next)
      resolved.push({ entry, at, step: next })
    } finally {
      store.release(entry, [at])
    }
  }
  return resolved
}
