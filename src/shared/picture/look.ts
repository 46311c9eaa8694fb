import type { LineStyle } from '../vocabulary'
import type { BadgeLook } from './badges'

export type Shape = 'box' | 'cut-box' | 'barrel' | 'ellipse' | 'hexagon'

/** Width in model px. */
export type Stroke = {
  readonly colour: string
  readonly width: number
  readonly line: LineStyle | 'double'
}

/** A soft band round a thing; `reach` is how far it goes beyond it, model px. */
export type Band = { readonly colour: string; readonly opacity: number; readonly reach: number }

/** How a node is drawn. Nodes that look alike share one, but for place and size. */
export type NodeLook = {
  readonly shape: Shape
  readonly fill: string
  readonly fillOpacity: number
  readonly border: Stroke
  readonly opacity: number
  readonly band: Band | null
  /** Stands for many: another of its kind looks out behind it. */
  readonly isStack: boolean
  readonly badge: BadgeLook | null
  /** `must` is always written, `may` where there is room for it, `none` never. */
  readonly label: 'must' | 'may' | 'none'
  readonly isBold: boolean
}

/** How a relation is drawn. */
export type EdgeLook = {
  readonly stroke: Stroke
  readonly opacity: number
  readonly band: Band | null
  /** Its head, at the rim of its target: length and half of the width, model px. */
  readonly head: { readonly length: number; readonly half: number }
  /** Its name is written along it. */
  readonly isNamed: boolean
  /** It goes straight from end to end, whatever lies beside it. */
  readonly isStraight: boolean
}
