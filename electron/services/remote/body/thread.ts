import { Worker } from 'node:worker_threads'

/** In MB: what the largest answer that is taken needs, and no more. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 }

/** A thread that is ready for work. */
export type Thread = {
  give(message: unknown, transfer: readonly ArrayBuffer[]): void
  /** Its next message; null where it has ended. */
  next(): Promise<unknown>
  /** Whether the program has to wait for it before it may end. */
  hold(isHeld: boolean): void
  isOver(): boolean
  end(): void
}

/** Starts a script in a thread. Throws where it ends before its first message, which says `ready`. */
export async function startThread(script: string): Promise<Thread> {
  // Nothing of the environment is for it.
  const worker = new Worker(script, { resourceLimits: memory, env: {} })
  const messages: unknown[] = []
  let wake: () => void = () => undefined
  let end: { readonly why: unknown } | null = null
  const over = (why: unknown) => {
    end ??= { why }
    wake()
  }
  worker.on('message', (message) => {
    messages.push(message)
    wake()
  })
  worker.once('error', over).once('exit', (code) => over(`it ended with code ${code}`))
  const next = async (): Promise<unknown> => {
    while (messages.length === 0 && end === null) {
      await new Promise<void>((resolve) => (wake = resolve))
    }
    return messages.shift() ?? null
  }
  if ((await next()) === null) throw new Error('A thread did not start', { cause: end })
  return {
    give: (message, transfer) => worker.postMessage(message, transfer),
    next,
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    isOver: () => end !== null,
    end: () => void worker.terminate(),
  }
}
