import { emptyGraph, type Graph, merge } from '@shared/graph'
import { forceLayout } from '../../src/shared/arrange/force-layout'
import type { LayoutJob } from '@shared/layout'
import { createGrowth } from './scale-free'

/** The graph of one size, the same in every part of the bench. */
export const scaleFree = (nodes: number): Graph =>
  merge(emptyGraph, createGrowth().next(nodes)).graph

export function jobOf(graph: Graph): LayoutJob {
  const ids = [...graph.nodes.keys()]
  const at = new Map(ids.map((id, index) => [id, index]))
  const edges = [...graph.edges.values()].flatMap(({ source, target }) => [
    at.get(source) ?? 0,
    at.get(target) ?? 0,
  ])
  return {
    layout: 'force',
    ids,
    places: new Float64Array(ids.length * 2),
    edges: Uint32Array.from(edges),
    centre: -1,
  }
}

/** Where the nodes stand in the drawing tests: the same for everyone. */
export const placesFor = (nodes: number): number[] => [
  ...forceLayout(jobOf(scaleFree(nodes)), () => undefined).places,
]
