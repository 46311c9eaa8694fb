import type { GraphFile } from '../graph'
import type { LineStyle } from '../vocabulary'

export type FileNode = GraphFile['nodes'][number]
export type FileEdge = GraphFile['edges'][number]

/** How a relation is drawn, where that is known. */
export type RelationFace = { readonly colour?: string; readonly line?: LineStyle }

/** What is written: the data with what the picture knows of it. */
export type Drawn = {
  readonly file: GraphFile
  /** By the relation's name. */
  readonly looks: ReadonlyMap<string, RelationFace>
}

/** One file of a format; the name is put before its ending. */
export type Written = {
  /** Tells files of one export apart: `nodes`, `relations`; empty where there is one. */
  readonly part: string
  readonly text: string
}
