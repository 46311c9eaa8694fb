import type { NodeStates } from '../crawl'
import type { Graph } from '../graph'
import type { Choices } from './choices'
import { createDerivation } from './derive'
import { importanceOf } from '../insight'
import { groupInput, type GroupOf, groupsOf } from './groups'
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
  const { groupBy, colourBy, sizeBy } = choices
  const groups = groupBy === null ? nowhere : groupsOf(graph, groupBy)
  const communities = colourBy === 'community' ? groupsOf(graph, colourBy) : nowhere
  const importance = sizeBy === 'importance' ? importanceOf(groupInput(graph)) : null
  const known = { states, expanding: new Set<never>() }
  const said = { graph, view: choices, known, groups, communities, importance }
  return createDerivation(() => now)(said)
}
