import { Graphviz } from '@hpcc-js/wasm-graphviz'
import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { createRandom } from './random'

/** Lays out so many nodes by their lines, two ends each; gives two numbers a node. */
export type PeerLayout = (count: number, ends: readonly number[]) => Promise<Float64Array>

cytoscape.use(fcose)

const everyLine = (ends: readonly number[], tell: (from: number, to: number) => void): void => {
  for (let at = 0; at < ends.length; at += 2) {
    const [from = 0, to = 0] = [ends[at], ends[at + 1]]
    if (from !== to) tell(from, to)
  }
}

/** As its documentation shows it, with the settings that it infers from the size. */
export const byForceAtlas2: PeerLayout = (count, ends) => {
  const graph = new Graph({ type: 'undirected' })
  const random = createRandom(1)
  for (let node = 0; node < count; node += 1) graph.addNode(node, { x: random(), y: random() })
  everyLine(ends, (from, to) => graph.mergeEdge(from, to))
  const settings = forceAtlas2.inferSettings(graph)
  const places = new Float64Array(count * 2)
  const found = forceAtlas2(graph, { iterations: 300, settings })
  for (const [node, { x, y }] of Object.entries(found)) {
    places[Number(node) * 2] = x
    places[Number(node) * 2 + 1] = y
  }
  return Promise.resolve(places)
}

/** With `quality: 'default'`, without a window. */
export const byFcose: PeerLayout = async (count, ends) => {
  const cy = cytoscape({ headless: true, styleEnabled: true })
  const nodes = Array.from({ length: count }, (_, node) => ({ data: { id: String(node) } }))
  const edges: { data: { source: string; target: string } }[] = []
  everyLine(ends, (from, to) => edges.push({ data: { source: String(from), target: String(to) } }))
  cy.add([...nodes, ...edges])
  const layout = cy.layout({ name: 'fcose', animate: false } as cytoscape.LayoutOptions)
  const stopped = layout.promiseOn('layoutstop')
  layout.run()
  await stopped
  const places = Float64Array.from(
    nodes.flatMap(({ data: { id } }) => {
      const { x, y } = cy.getElementById(id).position()
      return [x, y]
    }),
  )
  cy.destroy()
  return places
}

export const bySfdp: PeerLayout = async (count, ends) => {
  const graphviz = await Graphviz.load()
  const lines: string[] = []
  everyLine(ends, (from, to) => lines.push(`${from}--${to}`))
  const nodes = Array.from({ length: count }, (_, node) => `${node}`)
  const dot = `graph{layout=sfdp;node[shape=point];${nodes.join(';')};${lines.join(';')}}`
  const places = new Float64Array(count * 2)
  for (const line of graphviz.layout(dot, 'plain', 'sfdp').split('\n')) {
    const [what, name, x, y] = line.split(' ')
    if (what !== 'node') continue
    places[Number(name) * 2] = Number(x)
    places[Number(name) * 2 + 1] = Number(y)
  }
  return places
}
