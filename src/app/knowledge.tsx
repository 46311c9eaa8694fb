import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useGraph } from '../features/graph/panels'
import { countStates, lackingNow, untitledIn } from '../features/crawl'
import { KnowledgePanel } from '../features/crawl/panels'
import type { Session } from '../session'

/** What is known of the drawn graph, as a list and a filter. */
export function Knowledge({ session }: { session: Session }) {
  const { graph, crawl, view } = session
  const { nodes } = useGraph(graph)
  const states = useStore(crawl.store, (state) => state.states)
  const only = useStore(view.store, (state) => state.onlyState)
  const counts = useMemo(() => countStates(nodes.values(), states), [nodes, states])
  const known = useStore(crawl.store, (state) => state.lacking)
  const lacking = useMemo(() => lackingNow(nodes, known), [nodes, known])
  const untitled = useMemo(() => untitledIn(nodes, known), [nodes, known])
  return (
    <KnowledgePanel
      crawl={crawl}
      titleOf={graph.titleOf}
      onGo={view.goTo}
      nodes={counts}
      only={only}
      onOnly={view.setOnlyState}
      lacking={lacking}
      untitled={untitled}
    />
  )
}
