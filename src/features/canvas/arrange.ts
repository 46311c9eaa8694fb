import type { NodeId } from '@shared/graph'
import {
  type LayoutJob,
  type LayoutName,
  type LayoutRun,
  numbered,
  runLayout,
  weightOf,
} from '../layout'
import { calmly } from './motion'

/** Two numbers a node, x then y, model px. */
type Places = Float64Array<ArrayBuffer>

/** What takes part in a layout, in an order of its own. */
export type Taken = {
  readonly ids: readonly NodeId[]
  readonly places: Places
  /** Two indexes into `ids` an edge. */
  readonly edges: readonly number[]
  /** The relation name of each edge. */
  readonly relations: readonly string[]
  /** Where names are to have room; left out where there are too many for that. */
  readonly names?: LayoutJob['names']
}

/** The drawn nodes, whoever draws them. Pinned nodes are moved by none of these. */
export type Stage = {
  /** What is visible: all of it, or of some nodes what is. */
  readonly take: (only: ReadonlySet<NodeId> | null) => Taken
  readonly put: (ids: readonly NodeId[], places: Places) => void
  /** As `put`, but seen to move for so many ms. */
  readonly move: (ids: readonly NodeId[], places: Places, duration: number) => Promise<void>
  readonly fitNow: () => void
  readonly isGone: () => boolean
}

/** The group that a node is to stand in, or null. */
export type GroupOf = (id: NodeId) => string | null
/** The space that a node without relations stands beside, or null. */
export type SectionOf = (id: NodeId) => string | null

/** Moving more nodes at once is noise, not help. */
const mostAnimated = 2500

/** Lays out all visible nodes in a worker; a new call cancels the one under way. */
export function createArranger(stage: Stage) {
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
      groupOf: GroupOf | null = null,
      sectionOf: SectionOf = () => null,
    ): Promise<boolean> => {
      cancel()
      const taken = stage.take(only === null ? null : new Set(only))
      if (taken.ids.length === 0) return false
      const job = jobOf(taken, layout, centre, { groupOf, sectionOf })
      const run = runLayout(job, ({ places }) => {
        if (stage.isGone() || only !== null) return
        stage.put(taken.ids, places)
        stage.fitNow()
      })
      current = run
      const result = await run.done
      if (result === null || stage.isGone()) return false
      current = null
      // A part stays where it was in the picture.
      const places = only === null ? result.places : shifted(result.places, middleOf(taken.places))
      const duration = taken.ids.length > mostAnimated ? 0 : calmly(350)
      if (duration === 0) stage.put(taken.ids, places)
      else await stage.move(taken.ids, places, duration)
      return true
    },
  }
}

const jobOf = (
  { ids, places, edges, relations, names }: Taken,
  layout: LayoutName,
  centre: NodeId | null,
  { groupOf, sectionOf }: { readonly groupOf: GroupOf | null; readonly sectionOf: SectionOf },
): LayoutJob => ({
  layout,
  ids,
  places: places.slice(),
  edges: Uint32Array.from(edges),
  weights: Float64Array.from(relations, weightOf),
  sections: numbered(ids, sectionOf),
  centre: centre === null ? -1 : ids.indexOf(centre),
  ...(groupOf === null ? {} : { groups: numbered(ids, groupOf) }),
  ...(names === undefined ? {} : { names }),
})

function middleOf(places: Places): { x: number; y: number } {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < places.length; at += 2) {
    const [x = 0, y = 0] = [places[at], places[at + 1]]
    x1 = Math.min(x1, x)
    x2 = Math.max(x2, x)
    y1 = Math.min(y1, y)
    y2 = Math.max(y2, y)
  }
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}

/** The same places round another middle. */
function shifted(places: Places, to: { x: number; y: number }): Places {
  const from = middleOf(places)
  return places.map((value, at) => value + (at % 2 === 0 ? to.x - from.x : to.y - from.y))
}
