import type { NodeId } from '@shared/graph'
import { palettes } from '../../picture'
import { drawnLines } from './drawn-lines'
import { drawnNodes } from './drawn-nodes'
import { foldingOf } from './folding'
import type { Rows } from './rows'
import type { Scene } from './scene'
import type { Shown } from './shown'

/** Turns rows and what was said of them into what is drawn. Pure, and one pass over each. */
export function toScene(rows: Rows, shown: Shown): Scene {
  const folding = foldingOf(shown.folds)
  const nodes = drawnNodes(rows, shown, folding)
  const placeOf = placesOf(rows, nodes.columns)
  const lines = drawnLines(rows, shown, folding, placeOf)
  const captions = [...folding.labels].flatMap(([id, text]): [number, string][] => {
    // Relations that stand for others have a label too; they are at no node.
    const at = placeOf[rows.nodeAt.get(id as NodeId) ?? -1] ?? -1
    return at < 0 ? [] : [[at, text]]
  })
  const { ink, paper } = palettes[shown.look.theme]
  return {
    nodes: nodes.columns,
    lines: lines.columns,
    nodeLooks: nodes.looks,
    lineLooks: lines.looks,
    captions,
    names: lines.names,
    ink,
    paper,
  }
}

/** The place in a scene of each row, or -1 where it is not drawn. */
export function placesOf(rows: Rows, { row }: Scene['nodes']): Int32Array<ArrayBuffer> {
  const places = new Int32Array(rows.nodes.length).fill(-1)
  for (let at = 0; at < row.length; at += 1) places[row[at] ?? 0] = at
  return places
}
