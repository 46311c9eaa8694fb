import { createStore } from 'zustand/vanilla'
import type { InsightSection } from '@shared/insight'
import type { CrawlModel } from '../crawl'
import type { GraphModel } from '../graph'
import { insightInput } from './input'
import { type JobRun, runJob } from './run-job'

export type InsightState = {
  readonly process: { readonly kind: 'waiting' | 'working' | 'ready' | 'failed' }
  /** The last that was found; it stays while it is worked out anew. */
  readonly sections: readonly InsightSection[]
}

/** A crawl changes the graph many times a second; it is looked at when it rests. */
const rest = 500

/** Follows a graph and what is known of it, and finds what is worth a look in it. */
export function createInsightStore(graph: GraphModel, crawl: CrawlModel) {
  const store = createStore<InsightState>(() => ({ process: { kind: 'waiting' }, sections: [] }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let run: JobRun | null = null

  const cancel = () => {
    clearTimeout(timer)
    run?.cancel()
    run = null
  }
  const work = async () => {
    cancel()
    store.setState({ process: { kind: 'working' } })
    const mine = runJob(() => ({
      kind: 'insights',
      input: insightInput(graph.store.getState().graph, crawl.store.getState()),
    }))
    run = mine
    const outcome = await mine.done
    if (outcome.kind === 'cancelled' || run !== mine) return
    run = null
    if (outcome.kind === 'done' && outcome.result.kind === 'insights') {
      store.setState({ process: { kind: 'ready' }, sections: outcome.result.sections })
    } else store.setState({ process: { kind: 'failed' } })
  }
  const changed = () => {
    cancel()
    store.setState({ process: { kind: 'waiting' } })
    timer = setTimeout(() => void work(), rest)
  }

  return {
    store,
    /** Works it out now. */
    work: () => void work(),
    /** Works it out now and after each change. Gives how to stop. */
    follow: () => {
      const stops = [
        graph.store.subscribe((now, old) => {
          if (now.graph !== old.graph) changed()
        }),
        crawl.store.subscribe((now, old) => {
          if (now.completeness !== old.completeness) changed()
        }),
      ]
      void work()
      return () => {
        for (const stop of stops) stop()
        cancel()
      }
    },
  }
}
