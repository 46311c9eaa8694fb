import type { Criteria } from '../filter'
import { knowledgeOf, type NodeStates } from '../crawl'
import type { Choices } from './choices'

/** All that is asked of a node or relation to be let through. */
export const criteriaOf = (
  view: Pick<Choices, 'filter' | 'hiddenRelations' | 'onlyState'>,
  states: NodeStates,
): Criteria => ({
  filter: view.filter,
  hiddenRelations: view.hiddenRelations,
  onlyState: view.onlyState,
  stateOf: (node) => knowledgeOf(node, states),
})
