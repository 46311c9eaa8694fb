import type { Batch, Graph, NodeId } from '@shared/graph'

export type Point = { readonly x: number; readonly y: number }

/** What is drawn: a graph that is in memory, and where its nodes stand. */
export type Scene = { readonly graph: Graph; readonly places: ReadonlyMap<NodeId, Point> }

/** One program that draws, as its own manual has it used. */
export type Drawing = {
  /** Adds what a crawl has found. */
  readonly add: (batch: Batch) => void
  readonly places: () => ReadonlyMap<NodeId, Point>
  /** Lays everything out by its default; resolves when it is seen. Null where it has no layout. */
  readonly arrange: ((onDraft: () => void) => Promise<void>) | null
  /** What a person would do to make room for what was added. */
  readonly settle: () => Promise<void>
}

/** Starts drawing; calls `onFrame` each time it has drawn. */
export type Contestant = (surface: HTMLElement, scene: Scene, onFrame: () => void) => Drawing
