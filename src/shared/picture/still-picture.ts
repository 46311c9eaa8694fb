import type { NodeStates } from '../crawl'
import type { Graph } from '../graph'
import { groupsOf } from '../insight'
import type { Choices } from './choices'
import { createDerivation } from './derive'
import { type GroupOf, groupInput } from './groups'
import type { Picture } from './picture'

type Still = {
  readonly graph: Graph
  readonly choices: Choices
  readonly states: NodeStates
  /** By what time things are old. */
  readonly now: number
}

const nowhere: GroupOf = new Map()

/** The picture of a graph that does not change; its groups are worked out at once, too. */
export function stillPicture({ graph, choices, states, now }: Still): Picture {
  const { groupBy } = choices
  const groups = groupBy === null ? nowhere : groupsOf(groupInput(graph), groupBy)
  const known = { states, expanding: new Set<never>() }
  return createDerivation(() => now)({ graph, view: choices, known, groups })
}
