import { type ChildProcess, fork as forkProcess } from 'node:child_process'

/** A process that was started for questions. */
export type Child = {
  /** The reply, or null where the process ended or took longer; then it is ended. */
  ask(question: unknown, patienceMs: number): Promise<{ readonly message: unknown } | null>
  end(): void
}
/** Starts a script in a process of its own. */
export type Fork = (script: string) => Child

/** What a shell has for a child: Node's and Electron's differ in their words alone. */
export type Handles = {
  send(message: unknown): void
  onMessage(listen: (message: unknown) => void): void
  onEnd(listen: () => void): void
  kill(): void
}

export const forkNode: Fork = (script) => childOf(handlesOf(spawned(script)))

// Its output is nobody's: a panic in native code writes pages of it.
const spawned = (script: string): ChildProcess =>
  forkProcess(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })

const handlesOf = (child: ChildProcess): Handles => ({
  send: (message) => {
    // A child that is gone is told of by its end.
    child.send(message as string, () => undefined)
  },
  onMessage: (listen) => void child.on('message', listen),
  onEnd: (listen) => void child.once('exit', listen).once('error', listen),
  kill: () => void child.kill('SIGKILL'),
})

export function childOf(handles: Handles): Child {
  let answered: (reply: { readonly message: unknown } | null) => void = () => undefined
  let isOver = false
  handles.onMessage((message) => answered({ message }))
  handles.onEnd(() => {
    isOver = true
    answered(null)
  })
  const end = () => {
    isOver = true
    handles.kill()
  }
  return {
    end,
    ask: async (question, patienceMs) => {
      if (isOver) return null
      let timer: ReturnType<typeof setTimeout> | undefined
      const reply = await new Promise<{ readonly message: unknown } | null>((resolve) => {
        answered = resolve
        timer = setTimeout(() => resolve(null), patienceMs)
        handles.send(question)
      })
      clearTimeout(timer)
      if (reply === null) end()
      return reply
    },
  }
}
