import type { Page } from '@playwright/test'
import { openGraph } from './open-graph'

/** More nodes than the small canvas draws. */
const size = 1500

/** A graph file of the open site: a spiral of pages, each related to its neighbour and to a hub. */
function bigGraph() {
  const id = (at: number) => `content:9${at}`
  const nodes = Array.from({ length: size }, (_, at) => ({
    id: id(at),
    type: 'content',
    key: `9${at}`,
    title: at === 0 ? 'The hub' : `Made page ${at}`,
    status: 'current',
    completeness: 'complete',
    position: { x: 60 * Math.sqrt(at) * Math.cos(at), y: 60 * Math.sqrt(at) * Math.sin(at) },
  }))
  const edge = (relation: string, source: number, target: number) => ({
    id: `${relation}|${id(source)}|${id(target)}`,
    relation,
    source: id(source),
    target: id(target),
  })
  const edges = nodes
    .slice(1)
    .flatMap((_node, at) => [
      edge('follows', at + 1, at),
      ...(at % 3 === 0 && at > 0 ? [edge('serves', at + 1, 0)] : []),
    ])
  return { nodes, edges }
}

/** Opens it as an imported workspace. */
export const openBig = (page: Page, folder: string): Promise<void> =>
  openGraph(page, folder, bigGraph())
