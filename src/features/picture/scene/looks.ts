import type { Entity, EntityType } from '@shared/graph'
import type { RelationLook, Theme } from '../relation-colours'
import type { Band, EdgeLook, NodeLook, Shape, Stroke } from './model'
import { type Palette, palettes } from '../palette'

/** What has become of a thing between two graphs. */
export type Change = 'added' | 'changed' | 'gone' | null

export type NodeStates = {
  readonly isFaded: boolean
  readonly isPinned: boolean
  readonly isStart: boolean
  readonly isStack: boolean
  readonly change: Change
}

export type EdgeStates = {
  readonly isFaded: boolean
  /** Wanted, and not at Confluence yet. */
  readonly isGhost: boolean
  readonly isLeaving: boolean
  readonly isStack: boolean
  readonly change: Change
}

const faded = 0.18
const blocks = new Set(['whiteboard', 'database', 'folder', 'embed'])
const left = new Set(['archived', 'trashed', 'deleted'])

export function shapeOf({ type, subtype }: Pick<Entity, 'type' | 'subtype'>): Shape {
  if (blocks.has(subtype ?? '')) return 'barrel'
  if (subtype === 'blogpost') return 'cut-box'
  const shapes: Record<EntityType, Shape> = { content: 'box', user: 'ellipse', space: 'hexagon' }
  return shapes[type]
}

/** How a node is drawn; where rules meet, the later one wins, as on the canvas. */
export function nodeLook(entity: Entity, states: NodeStates, theme: Theme): NodeLook {
  const palette = palettes[theme]
  const isUnknown = entity.status === 'unknown' || entity.status === 'missing'
  const { isFaded, change } = states
  return {
    shape: shapeOf(entity),
    fill: isUnknown ? palette.paper : palette[entity.type],
    fillOpacity: left.has(entity.status) ? 0.35 : 1,
    border: borderOf(entity, states, palette),
    opacity: change === 'gone' ? 0.7 : isFaded ? faded : 1,
    band: bandOf(change, palette, 9),
    isStack: states.isStack,
  }
}

function borderOf({ status }: Entity, states: NodeStates, palette: Palette): Stroke {
  let border: Stroke = { colour: palette.paper, width: 1.5, line: 'solid' }
  if (left.has(status)) border = { colour: palette.ink, width: 2, line: 'dotted' }
  if (status === 'unknown' || status === 'missing')
    border = { colour: palette.unknown, width: 2, line: 'dashed' }
  if (states.isStack) border = { ...border, width: 2 }
  if (states.change === 'gone') border = { ...border, line: 'dotted' }
  if (states.isPinned) border = { ...border, width: 5, line: 'double' }
  if (states.isStart) border = { ...border, width: 3, colour: palette.ink }
  return border
}

const bandOf = (change: Change, palette: Palette, reach: number): Band | null =>
  change === 'added'
    ? { colour: palette.accent, opacity: 0.35, reach }
    : change === 'changed'
      ? { colour: palette.ink, opacity: 0.2, reach }
      : null

/** How a relation is drawn. */
export function edgeLook(
  look: RelationLook | undefined,
  states: EdgeStates,
  theme: Theme,
): EdgeLook {
  const palette = palettes[theme]
  const { isGhost, isLeaving, isStack, change } = states
  const dotted = isLeaving || change === 'gone'
  return {
    stroke: {
      colour: look?.colour ?? palette.faint,
      width: isStack ? 5 : isGhost || change === 'gone' ? 2.4 : 1.8,
      line: dotted ? 'dotted' : isGhost ? 'dashed' : (look?.line ?? 'solid'),
    },
    opacity: edgeOpacity(states),
    band: change === 'added' ? bandOf(change, palette, 4) : null,
  }
}

function edgeOpacity({ isLeaving, change, isFaded }: EdgeStates): number {
  if (isLeaving) return 0.5
  return change === 'gone' ? 0.6 : isFaded ? faded : 1
}

/** Lengths of dashes and gaps for a line of a width. */
export function dashOf({ line, width }: Stroke): readonly number[] {
  if (line === 'dashed') return [6, 3].map((length) => length * Math.max(1, width / 2.4))
  if (line === 'dotted') return [width * 0.6, width * 1.4].map((length) => Math.max(1, length))
  return []
}
