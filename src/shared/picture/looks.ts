import type { Entity, EntityType } from '../graph'
import { badgeLook } from './badges'
import type { Band, EdgeLook, NodeLook, Shape, Stroke } from './look'
import { type Palette, palettes } from './palette'
import type { RelationLook, Theme } from './relation-colours'
import { tintColour } from './tint-colours'
import { type EdgeState, edgeStateOf, type NodeState, nodeStateOf } from './states'

/** How a thing looks in each state: said once, and drawn by each canvas and every export. */
export type Looks = {
  readonly palette: Palette
  /** The same look for the same kind and state. `kind` is `kindOf` the entity, where it is known. */
  readonly node: (entity: Entity, state: number, kind?: string) => NodeLook
  readonly edge: (relation: string, state: number) => EdgeLook
}

/** What of an entity its look rests on. */
export const kindOf = ({ type, subtype = '', status }: Entity): string =>
  `${type} ${subtype} ${status}`

export function createLooks(theme: Theme, relations: ReadonlyMap<string, RelationLook>): Looks {
  const palette = palettes[theme]
  const nodes = createTable<NodeLook>()
  const edges = createTable<EdgeLook>()
  return {
    palette,
    node: (entity, state, kind = kindOf(entity)) =>
      nodes(kind, state, () => nodeLook(entity, nodeStateOf(state), theme)),
    edge: (relation, state) =>
      edges(relation, state, () => edgeLook(relations.get(relation), edgeStateOf(state), palette)),
  }
}

/** Each look once, found by what it rests on. */
function createTable<Look>() {
  const known = new Map<string, Map<number, Look>>()
  return (kind: string, state: number, make: () => Look): Look => {
    let ofKind = known.get(kind)
    if (ofKind === undefined) {
      ofKind = new Map()
      known.set(kind, ofKind)
    }
    const old = ofKind.get(state)
    if (old !== undefined) return old
    const look = make()
    ofKind.set(state, look)
    return look
  }
}

/** How much is seen of what the filter does not let through, and of what the pointer passes over. */
const faded = 0.18
export const dimmed = 0.16

const blocks = new Set(['whiteboard', 'database', 'folder', 'embed'])
const left = new Set(['archived', 'trashed', 'deleted'])
const shapes: Record<EntityType, Shape> = { content: 'box', user: 'ellipse', space: 'hexagon' }

export function shapeOf({ type, subtype = '' }: Pick<Entity, 'type' | 'subtype'>): Shape {
  if (blocks.has(subtype)) return 'barrel'
  return subtype === 'blogpost' ? 'cut-box' : shapes[type]
}

function nodeLook(entity: Entity, state: NodeState, theme: Theme): NodeLook {
  const palette = palettes[theme]
  const isUnknown = entity.status === 'unknown' || entity.status === 'missing'
  const isNamed = state.selected || state.stack
  return {
    shape: state.group ? 'box' : shapeOf(entity),
    fill: isUnknown ? palette.paper : fillOf(entity, state, theme),
    fillOpacity: left.has(entity.status) ? 0.35 : 1,
    border: borderOf(entity, state, palette),
    opacity: nodeOpacity(state),
    band: bandOf(state, palette),
    isStack: state.stack,
    badge: badgeLook(state.knowledge, theme),
    // A name that cannot be read takes the room of one that can.
    // What stands for a group is ranked above all others.
    label: isMust(state) ? 'must' : state.faded ? 'none' : 'may',
    isBold: isNamed,
  }
}

const isMust = ({ selected, start, stack, group }: NodeState): boolean =>
  selected || start || (stack && !group)

const fillOf = ({ type }: Entity, { tint }: NodeState, theme: Theme): string =>
  tint === 0 ? palettes[theme][type] : tintColour(tint, theme)

function nodeOpacity({ dimmed: isDimmed, faded: isFaded, change }: NodeState): number {
  if (isDimmed) return dimmed
  return change === 'gone' ? 0.7 : isFaded ? faded : 1
}

/** Where rules meet, the later one wins. */
function borderOf({ status }: Entity, state: NodeState, palette: Palette): Stroke {
  let border: Stroke = { colour: palette.paper, width: 1.5, line: 'solid' }
  if (left.has(status)) border = { colour: palette.ink, width: 2, line: 'dotted' }
  if (status === 'unknown' || status === 'missing')
    border = { colour: palette.unknown, width: 2, line: 'dashed' }
  if (state.stack) border = { ...border, width: 2 }
  if (state.change === 'gone') border = { ...border, line: 'dotted' }
  if (state.selected) border = { ...border, width: 4, colour: palette.accent }
  if (state.pinned) border = { ...border, width: 5, line: 'double' }
  if (state.start) border = { ...border, width: 3, colour: palette.ink }
  return border
}

function bandOf({ aimed, asking, change }: NodeState, { accent, ink }: Palette): Band | null {
  if (aimed) return { colour: accent, opacity: 0.4, reach: 9 }
  if (asking) return { colour: accent, opacity: 0.3, reach: 8 }
  if (change === 'added') return { colour: accent, opacity: 0.35, reach: 9 }
  return change === 'changed' ? { colour: ink, opacity: 0.2, reach: 9 } : null
}

function edgeLook(look: RelationLook | undefined, state: EdgeState, palette: Palette): EdgeLook {
  const { selected, ghost, leaving, stack, near, change, share } = state
  const isDotted = leaving || change === 'gone'
  const width = edgeWidth(state)
  return {
    stroke: {
      colour: look?.colour ?? palette.faint,
      width,
      line: isDotted ? 'dotted' : ghost ? 'dashed' : (look?.line ?? 'solid'),
    },
    opacity: edgeOpacity(state),
    band: change === 'added' ? { colour: palette.accent, opacity: 0.35, reach: 4 } : null,
    head: headOf(width),
    // Of lines between groups the few that stand for many say how many.
    isNamed: selected || ghost || near || change === 'gone' || (stack && share !== 1),
    isStraight: stack,
  }
}

/** Lines between groups, by their share: the width of the least and the most is told at a look. */
const shareWidths = [5, 2.2, 3.6, 6, 10] as const
const shareOpacities = [1, 0.25, 0.55, 0.85, 1] as const

function edgeWidth({ stack, selected, ghost, change, thin, near, share }: EdgeState): number {
  if (stack) return shareWidths[share] + (selected ? 2 : 0)
  if (selected) return 4
  if (ghost || change === 'gone') return 2.4
  return thin && !near ? 1 : 1.8
}

function edgeOpacity(state: EdgeState): number {
  const least = Math.min(state.faded ? faded : 1, strengthOf(state))
  if (state.dimmed) return Math.min(dimmed, least)
  if (state.leaving) return 0.5
  return state.change === 'gone' ? 0.6 : least
}

/** Of thousands of lines only the strongest may stand out, and those that are asked for. */
function strengthOf({ weak, thin, near, selected, ghost, stack, change, share }: EdgeState) {
  if (near || selected || ghost || change !== null) return 1
  if (stack) return shareOpacities[share]
  return weak ? 0.08 : thin ? 0.45 : 1
}

/** Heads grow with wide lines, so that they stay heads, and shrink with thin ones. */
function headOf(width: number): EdgeLook['head'] {
  const size = width <= 1 ? 0.6 : 1 + Math.max(0, width - 2) * 0.15
  return { length: 10 * size, half: 5 * size }
}

/** Lengths of dashes and gaps for a line of a width, model px. */
export function dashOf({ line, width }: Stroke): readonly number[] {
  if (line === 'dashed') return [6, 3].map((length) => length * Math.max(1, width / 2.4))
  if (line === 'dotted') return [width * 0.6, width * 1.4].map((length) => Math.max(1, length))
  return []
}
