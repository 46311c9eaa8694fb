import type { Entity, KnowledgeState } from '@shared/graph'
import type { LineStyle } from '@shared/vocabulary'
import { type BadgeLook, badgeLook } from '../cytoscape/badges'
import type { Look } from '../canvas'
import { palettes } from '../../picture'

export type Shape = 'box' | 'cut' | 'barrel' | 'round' | 'hexagon'

/** How a node is drawn; nodes that look alike share one. */
export type NodeLook = {
  readonly shape: Shape
  readonly fill: string
  readonly fillAlpha: number
  readonly border: string
  readonly borderWidth: number
  readonly dash: LineStyle | 'double'
  readonly alpha: number
  /** A wash behind the node, or null. */
  readonly under: { readonly colour: string; readonly alpha: number; readonly width: number } | null
  /** Drawn as a small stack: it stands for many. */
  readonly isStack: boolean
  readonly badge: BadgeLook | null
}

/** How a line is drawn; width in model px. */
export type LineLook = {
  readonly colour: string
  readonly dash: LineStyle
  readonly width: number
  readonly alpha: number
  readonly hasArrow: boolean
  readonly under: string | null
}

export type NodeStates = {
  readonly isFaded: boolean
  readonly isSelected: boolean
  readonly isPinned: boolean
  readonly isStart: boolean
  readonly isAsking: boolean
  readonly isAim: boolean
  readonly isFold: boolean
  readonly change: 'added' | 'changed' | 'gone' | null
  readonly knowledge: KnowledgeState
}

export type LineStates = {
  readonly isFaded: boolean
  readonly isSelected: boolean
  readonly isGhost: boolean
  readonly isLeaving: boolean
  readonly isFold: boolean
  readonly change: 'added' | 'gone' | null
}

const faded = 0.18

function shapeOf({ type, subtype }: Entity): Shape {
  if (type === 'user') return 'round'
  if (type === 'space') return 'hexagon'
  if (subtype === 'blogpost') return 'cut'
  const isBarrel =
    subtype !== undefined && ['whiteboard', 'database', 'folder', 'embed'].includes(subtype)
  return isBarrel ? 'barrel' : 'box'
}

/** What the status says: the ground on which the states draw. */
function groundOf({ type, status }: Entity, { theme }: Look) {
  const palette = palettes[theme]
  const usual = { fill: palette[type], fillAlpha: 1, border: palette.paper, borderWidth: 1.5 }
  if (['archived', 'trashed', 'deleted'].includes(status)) {
    return {
      ...usual,
      fillAlpha: 0.35,
      border: palette.ink,
      borderWidth: 2,
      dash: 'dotted' as const,
    }
  }
  if (status === 'unknown' || status === 'missing') {
    return {
      ...usual,
      fill: palette.paper,
      border: palette.unknown,
      borderWidth: 2,
      dash: 'dashed' as const,
    }
  }
  return { ...usual, dash: 'solid' as const }
}

/** The same as the stylesheet of the other canvas says, in the same order. */
export function nodeLook(entity: Entity, states: NodeStates, look: Look): NodeLook {
  const palette = palettes[look.theme]
  const ground = groundOf(entity, look)
  const { isSelected, isPinned, isStart, isFold, change } = states
  const isGone = change === 'gone'
  return {
    shape: shapeOf(entity),
    fill: ground.fill,
    fillAlpha: ground.fillAlpha,
    border: isStart ? palette.ink : isSelected ? palette.accent : ground.border,
    borderWidth: isStart
      ? 3
      : isPinned
        ? 5
        : isSelected
          ? 4
          : Math.max(isFold ? 2 : 0, ground.borderWidth),
    dash: isPinned ? 'double' : isGone ? 'dotted' : ground.dash,
    alpha: states.isFaded ? faded : isGone ? 0.5 : 1,
    under: underOf(states, palette),
    isStack: isFold,
    badge: badgeLook(entity.status === 'missing' ? 'gone' : states.knowledge, look.theme),
  }
}

function underOf(
  { isAim, isAsking, change }: NodeStates,
  { accent, ink }: { accent: string; ink: string },
): NodeLook['under'] {
  if (isAim) return { colour: accent, alpha: 0.4, width: 9 }
  if (isAsking) return { colour: accent, alpha: 0.3, width: 8 }
  if (change === 'added') return { colour: accent, alpha: 0.35, width: 9 }
  if (change === 'changed') return { colour: ink, alpha: 0.2, width: 9 }
  return null
}

export function lineLook(name: string, states: LineStates, { theme, looks }: Look): LineLook {
  const { isGhost, isLeaving, isFaded, change } = states
  const named = looks.get(name)
  const isGone = change === 'gone'
  const dash = isGone || isLeaving ? 'dotted' : isGhost ? 'dashed' : named?.line
  return {
    colour: named?.colour ?? palettes[theme].faint,
    dash: dash ?? 'solid',
    width: widthOf(states),
    alpha: isFaded ? faded : isGone ? 0.6 : isLeaving ? 0.5 : 1,
    hasArrow: true,
    under: change === 'added' ? palettes[theme].accent : null,
  }
}

function widthOf({ isFold, isSelected, isGhost, change }: LineStates): number {
  if (isFold) return 5
  if (isSelected) return 4
  return isGhost || change === 'gone' ? 2.4 : 1.8
}
