import { createStore } from 'zustand/vanilla'
import {
  type Batch,
  type Delta,
  type EdgeId,
  emptyGraph,
  type Graph,
  merge,
  type NodeId,
  remove,
} from '@shared/graph'
import { createListeners } from '@shared/listeners'

export type GraphState = {
  readonly graph: Graph
  /** Relation names in the order in which they were first seen; their colours follow it. */
  readonly names: readonly string[]
}

/** Holds the graph model and tells the canvas what changed, delta by delta. */
export function createGraphStore() {
  const store = createStore<GraphState>(() => ({ graph: emptyGraph, names: [] }))
  const deltas = createListeners<[delta: Delta, graph: Graph]>()

  const change = (step: (graph: Graph) => { graph: Graph; delta: Delta }) => {
    const { graph, delta } = step(store.getState().graph)
    const { names } = store.getState()
    const fresh = new Set(delta.added.edges.map(({ relation }) => relation))
    for (const name of names) fresh.delete(name)
    store.setState({ graph, names: fresh.size === 0 ? names : [...names, ...fresh] })
    deltas.tell(delta, graph)
    return delta
  }
  return {
    store,
    apply: (batch: Batch): Delta => change((graph) => merge(graph, batch)),
    remove: (gone: { nodes?: Iterable<NodeId>; edges?: Iterable<EdgeId> }): Delta =>
      change((graph) => remove(graph, gone)),
    /** Called after each change, in order. Returns how to stop listening. */
    onDelta: deltas.add,
    titleOf: (id: NodeId): string => store.getState().graph.nodes.get(id)?.title ?? id,
  }
}
export type GraphModel = ReturnType<typeof createGraphStore>
