import { type ChildProcess, fork as forkProcess } from 'node:child_process'

/** A process that was started for questions. */
export type Child = {
  /**
   * The reply, or that the process ended or was late; then it is ended. Rejects where it never
   * began, which says nothing about the question.
   */
  ask(question: unknown, patienceMs: number): Promise<Reply>
  end(): void
}
export type Reply = { readonly message: unknown } | 'ended' | 'late'
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
    if (child.pid === undefined) throw new Error('A child process could not be started.')
    // A child that is gone is told of by its end.
    child.send(message as string, () => undefined)
  },
  onMessage: (listen) => void child.on('message', listen),
  onEnd: (listen) => void child.once('exit', listen).once('error', listen),
  kill: () => {
    // One that never began, as where there are no descriptors left, has no number: Node would signal
    // what stands in its memory, 0 (this process and all that were started with it) or a stranger.
    if (child.pid !== undefined) child.kill('SIGKILL')
  },
})

export function childOf(handles: Handles): Child {
  let answered: (reply: Reply) => void = () => undefined
  let isOver = false
  handles.onMessage((message) => answered({ message }))
  handles.onEnd(() => {
    isOver = true
    answered('ended')
  })
  const end = () => {
    isOver = true
    handles.kill()
  }
  return {
    end,
    ask: async (question, patienceMs) => {
      if (isOver) return 'ended'
      let timer: ReturnType<typeof setTimeout> | undefined
      const reply = await new Promise<Reply>((resolve) => {
        answered = resolve
        handles.send(question)
        timer = setTimeout(() => resolve('late'), patienceMs)
      })
      clearTimeout(timer)
      if (typeof reply === 'string') end()
      return reply
    },
  }
}
