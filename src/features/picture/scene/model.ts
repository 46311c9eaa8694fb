import type { EdgeId, NodeId } from '@shared/graph'
import type { LineStyle } from '@shared/vocabulary'
import type { Box, Path, Point } from './path'

export type Shape = 'box' | 'cut-box' | 'barrel' | 'ellipse' | 'hexagon'

export type Stroke = {
  readonly colour: string
  readonly width: number
  readonly line: LineStyle | 'double'
}

/** A soft band round a thing that has changed. */
export type Band = { readonly colour: string; readonly opacity: number; readonly reach: number }

export type Label = {
  readonly lines: readonly string[]
  /** Height of the letters. */
  readonly size: number
  readonly bold: boolean
  /** Middle of the first line's base. */
  readonly at: Point
}

/** All nodes of a look are the same but for place and size, so they can be drawn in one go. */
export type NodeLook = {
  readonly shape: Shape
  readonly fill: string
  readonly fillOpacity: number
  readonly border: Stroke
  readonly opacity: number
  readonly band: Band | null
  /** Stands for many: another of its kind looks out behind it. */
  readonly isStack: boolean
}

export type SceneNode = {
  readonly id: NodeId
  readonly look: NodeLook
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: Label | null
  readonly badge: BadgeLook | null
}

/** What is known of a node, as a sign at its corner. */
export type BadgeLook = {
  readonly mark: Path
  readonly size: number
  readonly ink: string
  readonly paper: string
}

export type EdgeLook = {
  readonly stroke: Stroke
  readonly opacity: number
  readonly band: Band | null
}

export type SceneEdge = {
  readonly id: EdgeId
  readonly look: EdgeLook
  readonly path: Path
  /** Three corners, or none where there is no room for an arrow. */
  readonly arrow: Path | null
  readonly label: Label | null
}

/** Drawn under all else: where a group is. */
export type SceneHull = {
  readonly path: Path
  readonly stroke: Stroke
  readonly label: Label
}

/** A line of text, a shape or a line of the legend, each at its place. */
export type CaptionItem =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly bold: boolean
      readonly faint: boolean
    }
  | { readonly kind: 'shape'; readonly path: Path; readonly fill: string }
  | { readonly kind: 'line'; readonly path: Path; readonly stroke: Stroke }

/**
 * A picture, said so that any writer can draw it: px of the canvas, y downward. It knows no
 * renderer, and whoever draws it asks nothing of the graph.
 */
export type Scene = {
  readonly paper: string
  readonly ink: string
  readonly faint: string
  readonly hulls: readonly SceneHull[]
  readonly nodes: readonly SceneNode[]
  readonly edges: readonly SceneEdge[]
  /** What the picture means and where it comes from; it stands below the graph. */
  readonly caption: readonly CaptionItem[]
  /** All of it. */
  readonly box: Box
  /** The part with the graph in it: what is drawn is cut off at its border. */
  readonly graphBox: Box
  readonly title: string
}
