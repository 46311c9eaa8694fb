import type { EdgeLook, NodeLook } from '../../picture'

/**
 * What is drawn, and nothing of why: numbers that cross to the worker at no cost. Nodes stand in
 * the order in which they are drawn; lines too, and both are grouped by look.
 */
export type Scene = {
  readonly nodes: {
    /** Row of the node; its title is known to the painter by it. */
    readonly row: Uint32Array
    readonly x: Float32Array
    readonly y: Float32Array
    readonly width: Float32Array
    readonly height: Float32Array
    readonly look: Uint16Array
    /** Who gets a label first; Infinity for those that must have one, -1 for those that have none. */
    readonly rank: Float32Array
  }
  readonly lines: {
    readonly row: Uint32Array
    /** Places in `nodes`. */
    readonly from: Uint32Array
    readonly to: Uint32Array
    readonly look: Uint16Array
    /** How far it bends, model px, so that lines between the same nodes part. */
    readonly bend: Float32Array
    /** Which of the loops at its node it is, where it begins and ends at one. */
    readonly loop: Uint8Array
  }
  readonly nodeLooks: readonly NodeLook[]
  readonly lineLooks: readonly EdgeLook[]
  /** Labels that are not titles: place in `nodes`, text. */
  readonly captions: readonly (readonly [number, string])[]
  /** Labels of lines: place in `lines`, text. */
  readonly names: readonly (readonly [number, string])[]
  readonly ink: string
  readonly paper: string
}
