/** ms of work after which the page has its turn. */
const longest = 12

/**
 * Rests where work has gone on for long enough, so that the page answers meanwhile; rejects with
 * `GivenUp` where it is not wanted any more.
 */
export function betweenFrames(isWanted: () => boolean): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < longest) return
    await nextTurn()
    if (!isWanted()) throw new GivenUp()
    began = performance.now()
  }
}

/** Nobody waits for it any more. */
export class GivenUp extends Error {}

/** After what the page has to do now. A timer would be held back by 4 ms each time. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
