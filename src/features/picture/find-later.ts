import type { Graph } from '@shared/graph'

/** A crawl changes the graph many times a second; things are worked out when it rests, ms. */
const rest = 400

/** Works something out; `done` is null where it was given up or failed. */
export type Work<Found> = { readonly done: Promise<Found | null>; readonly cancel: () => void }

type Options<By, Found> = {
  /** What there is before anything is worked out, and where nothing is wanted. */
  readonly nothing: Found
  readonly work: (graph: Graph, by: By) => Work<Found>
  readonly onFound: (found: Found) => void
}

/** Works out what a picture rests on, and what takes too long for a frame: it comes later. */
export function createLater<By, Found>({ nothing, work, onFound }: Options<By, Found>) {
  let worked: By | null = null
  let last: { readonly graph: Graph; readonly by: By | null } | null = null
  let giveUp = (): void => undefined
  return {
    /** Follows a graph and what is wanted of it; the same again costs nothing. */
    follow: (graph: Graph, by: By | null): void => {
      if (last?.by === by && (by === null || last.graph === graph)) return
      const isOther = last !== null && last.by !== by
      last = { graph, by }
      giveUp()
      if (isOther) onFound(nothing)
      if (by === null) {
        worked = null
        return
      }
      let cancel = (): void => undefined
      const begin = async () => {
        const run = work(graph, by)
        cancel = run.cancel
        const found = await run.done
        if (found !== null) onFound(found)
      }
      // What a person has just chosen comes at once.
      const timer = setTimeout(() => void begin(), worked === by ? rest : 0)
      worked = by
      giveUp = () => {
        clearTimeout(timer)
        cancel()
      }
    },
  }
}
