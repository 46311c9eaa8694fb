import type { NodeId } from '@shared/graph'
import { type Looks, nodeText, type Rules } from '../../picture'
import { drawnLines } from './drawn-lines'
import { drawnNodes } from './drawn-nodes'
import type { Rows } from './rows'
import type { Scene } from './scene'

/** Turns rows and the rules of a picture into what is drawn. Pure, and one pass over each. */
export function toScene(rows: Rows, rules: Rules, looks: Looks): Scene {
  const nodes = drawnNodes(rows, rules, looks)
  const placeOf = placesOf(rows, nodes.columns)
  const lines = drawnLines(rows, rules, looks, placeOf)
  const captions = [...rules.standing.stacks.keys()].flatMap((id): [number, string][] => {
    // Relations that stand for others have a label too; they are at no node.
    const row = rows.nodeAt.get(id as NodeId) ?? -1
    const entity = rows.nodes[row]?.entity
    const at = placeOf[row] ?? -1
    return at < 0 || entity === undefined ? [] : [[at, nodeText(entity, rules.standing)]]
  })
  const { ink, paper } = looks.palette
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
