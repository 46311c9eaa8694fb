import type { EdgeId, NodeId } from '../graph'
import type { Box, EdgeLook, NodeLook, Path, Point, Stroke } from '../picture'

export type Label = {
  readonly lines: readonly string[]
  /** Height of the letters. */
  readonly size: number
  readonly bold: boolean
  /** Middle of the first line's base. */
  readonly at: Point
}

export type SceneNode = {
  readonly id: NodeId
  readonly look: NodeLook
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: Label | null
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
