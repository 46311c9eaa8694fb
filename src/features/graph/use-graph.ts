import type { Graph } from '@shared/graph'
import { useCalm } from '../../ui'
import type { GraphModel, GraphState } from './store'

/** More nodes than this are not looked through at each change, but so often, ms. */
const many = 1500
const pause = 250

const select = ({ graph }: GraphState): Graph => graph
const wait = ({ nodes }: Graph): number => (nodes.size > many ? pause : 0)

/** The graph for what goes through all of it: a little late where it is large and grows. */
export const useGraph = (model: GraphModel): Graph => useCalm(model.store, select, wait)
