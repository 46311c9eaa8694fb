import { type Child, childScript, type Fork, type Reply } from '../../child'

/** Long enough for one act of a person, which asks a few times. */
const idleMs = 2_000

const script = () => childScript(import.meta.dirname, 'inspect-child')

/**
 * Children for one job at a time each. One that did its job waits a while for the next, since to
 * start a process takes longer than most jobs do; one that died does none.
 */
export function createChildren(fork: Fork) {
  let idle: { readonly child: Child; readonly timer: ReturnType<typeof setTimeout> } | null = null
  let isClosed = false
  const endIdle = (): void => {
    if (idle === null) return
    clearTimeout(idle.timer)
    idle.child.end()
    idle = null
  }
  const taken = (): Child => {
    if (idle === null) return fork(script())
    const { child, timer } = idle
    clearTimeout(timer)
    idle = null
    return child
  }
  return {
    ask: async (question: unknown, patienceMs: number): Promise<Reply> => {
      const child = taken()
      const reply = await child.ask(question, patienceMs)
      if (typeof reply === 'string' || idle !== null || isClosed) child.end()
      else idle = { child, timer: setTimeout(endIdle, idleMs) }
      return reply
    },
    close: (): void => {
      isClosed = true
      endIdle()
    },
  }
}
