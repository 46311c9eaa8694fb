import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Graph } from '@shared/graph'
import { type GroupBy, toInsightInput } from '@shared/insight'
import type { GraphModel } from '../graph'
import { runJob } from '../insights/run-job'
import type { View } from '../view/store'

/** A crawl changes the graph many times a second; groups are worked out when it rests, ms. */
const rest = 400

/** Groups rest on who is related to whom and on spaces alone. */
const inputOf = (graph: Graph) =>
  toInsightInput(graph, { stateOf: () => 'not-asked', isBackKnown: () => false })

/** Works out who belongs where, away from the page where the graph is large. */
export function useGroups(graph: GraphModel, view: View): void {
  const model = useStore(graph.store, (state) => state.graph)
  const by = useStore(view.store, (state) => state.grouping.by)
  const worked = useRef<GroupBy | null>(null)
  useEffect(() => {
    if (by === null) {
      worked.current = null
      return
    }
    let cancel = (): void => undefined
    const work = async () => {
      const run = runJob(() => ({ kind: 'groups', input: inputOf(model), by }))
      cancel = run.cancel
      const outcome = await run.done
      if (outcome.kind === 'done' && outcome.result.kind === 'groups') {
        view.setGroups(outcome.result.groups)
      }
    }
    // What a person has just chosen comes at once.
    const timer = setTimeout(() => void work(), worked.current === by ? rest : 0)
    worked.current = by
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [model, by, view])
}
