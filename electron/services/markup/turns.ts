import { setImmediate as nextTurn } from 'node:timers/promises'

/** ms of work after which the rest of the program has its turn. */
const longest = 10

/** Gives the rest of the program its turn where work has gone on for long enough. */
export function createTurns(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < longest) return
    await nextTurn()
    began = performance.now()
  }
}
