import { isEqual } from 'es-toolkit/predicate'
import { z } from 'zod'
import { Filter } from '../filter'
import { Batch, EdgeId, KnowledgeState, NodeId } from '../graph'
import { ChangeLine, lineKey } from './change-set'

export const Place = z.object({ x: z.number(), y: z.number() })
export type Place = z.infer<typeof Place>

/** Where a person looks: a place of the picture and how large, or all of it. */
const Camera = z.union([z.literal('fit'), z.object({ zoom: z.number().positive(), pan: Place })])

/** What nodes are grouped by. */
export const Grouping = z.enum(['space', 'section', 'community'])
export type Grouping = z.infer<typeof Grouping>

/**
 * What one shape stands for: a page, a section or a space, whatever the zoom, or by the zoom.
 */
export const Levels = z.enum(['pages', 'zoom', 'sections', 'spaces'])
export type Levels = z.infer<typeof Levels>
/** What one shape stands for. */
export type Level = Exclude<Levels, 'zoom'>

/** What of the view an act can change. */
export const ViewPart = z.object({
  places: z.array(z.tuple([NodeId, Place])).optional(),
  camera: Camera.optional(),
  layout: z.string().optional(),
  pinned: z.array(NodeId).optional(),
  hiddenNodes: z.array(NodeId).optional(),
  hiddenRelations: z.array(z.string()).optional(),
  onlyState: KnowledgeState.nullable().optional(),
  filter: Filter.optional(),
  /** Only what is so many steps from some nodes. */
  near: z
    .object({ centres: z.array(NodeId), steps: z.int() })
    .nullable()
    .optional(),
  groupBy: Grouping.nullable().optional(),
  levels: Levels.optional(),
  folding: z
    .object({ auto: z.boolean(), opened: z.array(z.string()), closed: z.array(z.string()) })
    .optional(),
  /** Nodes that were gone to: they are not folded away. */
  kept: z.array(NodeId).optional(),
  draft: z.array(ChangeLine).optional(),
})
export type ViewPart = z.infer<typeof ViewPart>

export const ViewChange = z.object({
  before: ViewPart,
  after: ViewPart,
  /** What an expansion brought; undone, it leaves the picture. */
  brought: z.object({ batch: Batch, nodes: z.array(NodeId), edges: z.array(EdgeId) }).optional(),
})
export type ViewChange = z.infer<typeof ViewChange>

/** What is a list of things without an order. */
const sets = ['pinned', 'hiddenNodes', 'hiddenRelations', 'kept'] as const

/**
 * One change taken back from a view that others have changed since: what they did stays. Of what
 * is one value, the change is taken back only where it is still the last.
 */
export function takenBack(now: ViewPart, { before, after }: ViewChange): ViewPart {
  const part: ViewPart = {}
  for (const key of sets) {
    const is = now[key]
    if (before[key] === undefined || is === undefined) continue
    Object.assign(part, { [key]: without<string>(is, before[key], after[key] ?? [], asIs) })
  }
  if (before.draft !== undefined && now.draft !== undefined)
    part.draft = without(now.draft, before.draft, after.draft ?? [], lineKey)
  for (const key of single) {
    const isLast = isEqual(now[key], after[key])
    if (before[key] !== undefined && isLast) Object.assign(part, { [key]: before[key] })
  }
  if (before.places !== undefined) part.places = before.places
  return part
}

const single = ['onlyState', 'filter', 'near', 'groupBy', 'levels', 'folding', 'layout'] as const

const asIs = (id: string): string => id

/** A list without what one change added to it, and with what that change took from it. */
function without<T>(
  now: readonly T[],
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const [was, is, here] = [before, after, now].map((list) => new Set(list.map(keyOf)))
  return [
    ...now.filter((item) => was?.has(keyOf(item)) === true || is?.has(keyOf(item)) === false),
    ...before.filter((item) => is?.has(keyOf(item)) === false && here?.has(keyOf(item)) === false),
  ]
}
