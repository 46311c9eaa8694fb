import { useMemo } from 'react'
import { useStore } from 'zustand'
import { filterGraph, isFiltering } from '@shared/filter'
import type { NodeStates } from '../crawl'
import { type GraphModel, useGraph } from '../graph'
import type { View } from '../view/store'
import { criteriaOf } from './criteria'

/** What the filter lets through, or null where nothing is asked for. */
export function useMatch(graph: GraphModel, view: View, states: NodeStates) {
  const model = useGraph(graph)
  const { filter, hiddenRelations, onlyState } = useStore(view.store)
  return useMemo(() => {
    const criteria = criteriaOf({ filter, hiddenRelations, onlyState }, states)
    return isFiltering(criteria) ? { ...filterGraph(model, criteria), mode: filter.mode } : null
  }, [model, filter, hiddenRelations, onlyState, states])
}
