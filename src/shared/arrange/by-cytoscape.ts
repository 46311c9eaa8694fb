import cytoscape, { type Core, type ElementDefinition, type LayoutOptions } from 'cytoscape'
import dagre from 'cytoscape-dagre'
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose'
import type { LayoutJob, LayoutResult } from '../layout'

cytoscape.use(fcose)
cytoscape.use(dagre)

type DagreOptions = { name: 'dagre'; rankDir: 'LR'; nodeSep: number; rankSep: number; fit: false }

function optionsFor(job: LayoutJob): LayoutOptions | FcoseLayoutOptions | DagreOptions {
  switch (job.layout) {
    case 'force':
      return {
        name: 'fcose',
        quality: 'default',
        animate: false,
        randomize: true,
        fit: false,
        nodeDimensionsIncludeLabels: false,
        nodeSeparation: 110,
        idealEdgeLength: () => 140,
        nodeRepulsion: () => 12_000,
        packComponents: false,
        tile: true,
      }
    case 'layered':
      return { name: 'dagre', rankDir: 'LR', nodeSep: 26, rankSep: 120, fit: false }
    case 'concentric':
      return { name: 'concentric', fit: false, minNodeSpacing: 60, ...rings(job) }
    case 'grid':
      return { name: 'grid', fit: false, avoidOverlapPadding: 60 }
  }
}

/** Rings by distance from the centre node; without one, by number of relations. */
function rings(job: LayoutJob) {
  const centre = job.ids[job.centre]
  if (centre === undefined) return {}
  return {
    concentric: (node: { data: (name: string) => unknown }) => -Number(node.data('distance')),
    levelWidth: () => 1,
  }
}

function distances(job: LayoutJob): number[] {
  const steps = job.ids.map(() => Infinity)
  const near = job.ids.map((): number[] => [])
  for (let at = 0; at < job.edges.length; at += 2) {
    const source = job.edges[at] ?? 0
    const target = job.edges[at + 1] ?? 0
    near[source]?.push(target)
    near[target]?.push(source)
  }
  let ring = job.centre >= 0 ? [job.centre] : []
  for (let step = 0; ring.length > 0; step += 1) {
    for (const at of ring) steps[at] = step
    ring = [...new Set(ring.flatMap((at) => near[at] ?? []))].filter((at) => steps[at] === Infinity)
  }
  const far = Math.max(0, ...steps.filter(Number.isFinite)) + 1
  return steps.map((step) => (Number.isFinite(step) ? step : far))
}

function elements(job: LayoutJob): ElementDefinition[] {
  const steps = job.layout === 'concentric' ? distances(job) : []
  const nodes = job.ids.map((id, at) => ({
    data: { id, distance: steps[at] ?? 0 },
    position: { x: job.places[at * 2] ?? 0, y: job.places[at * 2 + 1] ?? 0 },
  }))
  const edges: ElementDefinition[] = []
  for (let at = 0; at < job.edges.length; at += 2) {
    const source = job.ids[job.edges[at] ?? 0]
    const target = job.ids[job.edges[at + 1] ?? 0]
    if (source !== undefined && target !== undefined && source !== target) {
      edges.push({ data: { id: `e${at}`, source, target } })
    }
  }
  return [...nodes, ...edges]
}

function placesOf(cy: Core, job: LayoutJob): LayoutResult {
  const places = new Float64Array(job.ids.length * 2)
  job.ids.forEach((id, at) => {
    const { x, y } = cy.getElementById(id).position()
    places[at * 2] = x
    places[at * 2 + 1] = y
  })
  return { places }
}

/** A layout that Cytoscape knows, without a window. */
export function byCytoscape(job: LayoutJob): Promise<LayoutResult> {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: elements(job),
    // Room for a node and the two lines under it.
    style: [{ selector: 'node', style: { width: 110, height: 56, shape: 'rectangle' } }],
  })
  const layout = cy.layout(optionsFor(job) as LayoutOptions)
  return new Promise((resolve) => {
    layout.one('layoutstop', () => {
      resolve(placesOf(cy, job))
      // It looks for animations all the time, and a command that did its work would never end.
      cy.destroy()
    })
    layout.run()
  })
}
