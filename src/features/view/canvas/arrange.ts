import type { Core, NodeCollection } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import { calmly } from './motion'
import type { LayoutJob, LayoutName } from './layout'
import { type LayoutRun, runLayout } from './run-layout'

/** Lays out all visible nodes in a worker; a new call cancels the one under way. */
export function createArranger(cy: Core) {
  let current: LayoutRun | null = null
  const cancel = () => {
    current?.cancel()
    current = null
  }
  return {
    cancel,
    /** Resolves to false when it was cancelled or could not be done. */
    arrange: async (
      layout: LayoutName,
      centre: NodeId | null,
      only: readonly NodeId[] | null,
    ): Promise<boolean> => {
      cancel()
      const taken = takenOf(cy, only)
      const job = jobOf(taken, layout, centre)
      if (job.ids.length === 0) return false
      const middle = centreOf(taken)
      const run = runLayout(job, ({ places }) => {
        if (!cy.destroyed() && only === null) place(cy, taken, job.ids, places)
      })
      current = run
      const result = await run.done
      if (result === null || cy.destroyed()) return false
      current = null
      await move(taken, job.ids, result.places)
      // A part stays where it was in the picture.
      if (only !== null) shiftBack(taken, middle)
      return true
    },
  }
}

/** Visible nodes, all or some. */
const takenOf = (cy: Core, only: readonly NodeId[] | null): NodeCollection => {
  const wanted = only === null ? null : new Set<string>(only)
  return cy.nodes(':visible').filter((node) => wanted === null || wanted.has(node.id()))
}

function centreOf(nodes: NodeCollection): { x: number; y: number } {
  const { x1, x2, y1, y2 } = nodes.boundingBox({ includeLabels: false })
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}

function shiftBack(nodes: NodeCollection, { x, y }: { x: number; y: number }): void {
  const now = centreOf(nodes)
  nodes.not('.pinned').shift({ x: x - now.x, y: y - now.y })
}

function jobOf(nodes: NodeCollection, layout: LayoutName, centre: NodeId | null): LayoutJob {
  const ids = nodes.map((node) => node.id())
  const indexOf = new Map(ids.map((id, at) => [id, at]))
  const places = new Float64Array(ids.length * 2)
  nodes.forEach((node, at) => {
    places[at * 2] = node.position('x')
    places[at * 2 + 1] = node.position('y')
  })
  const edges = nodes
    .edgesWith(nodes)
    .filter(':visible')
    .edges()
    .map((edge) => [indexOf.get(edge.source().id()) ?? 0, indexOf.get(edge.target().id()) ?? 0])
  return {
    layout,
    ids,
    places,
    edges: Uint32Array.from(edges.flat()),
    centre: centre === null ? -1 : (indexOf.get(centre) ?? -1),
  }
}

/** At once; pinned nodes stay. */
function place(
  cy: Core,
  taken: NodeCollection,
  ids: readonly string[],
  places: Float64Array,
): void {
  const at = new Map(ids.map((id, index) => [id, index]))
  cy.batch(() =>
    taken.not('.pinned').forEach((node) => {
      node.position(pointAt(places, at.get(node.id()) ?? 0))
    }),
  )
  cy.fit(taken, 40)
}

/** Pinned nodes stay. Animated for small graphs only: moving many nodes at once is noise, not help. */
async function move(
  taken: NodeCollection,
  ids: readonly string[],
  places: Float64Array,
): Promise<void> {
  const free = taken.not('.pinned')
  const positions = Object.fromEntries(ids.map((id, at) => [id, pointAt(places, at)]))
  const duration = ids.length > 400 ? 0 : calmly(350)
  const layout = free.layout({
    name: 'preset',
    positions,
    fit: false,
    animate: duration > 0,
    animationDuration: duration,
    animationEasing: 'ease-in-out',
  })
  const stopped = layout.promiseOn('layoutstop')
  layout.run()
  await stopped
}

const pointAt = (places: Float64Array, at: number) => ({
  x: places[at * 2] ?? 0,
  y: places[at * 2 + 1] ?? 0,
})
