import type { EdgeId, NodeId } from '@shared/graph'
import { bitsOf } from './drawn-nodes'
import type { Folding } from './folding'
import { createLookTable, type LookTable, orderByLook } from './look-table'
import { type LineLook, lineLook } from './looks'
import type { EdgeRow, Rows } from './rows'
import type { Scene } from './scene'
import type { Shown } from './shown'

type Said = {
  readonly shown: Shown
  readonly folding: Folding
  readonly ghosts: ReadonlySet<EdgeId>
  readonly gone: ReadonlySet<EdgeId>
}

type DrawnLines = {
  readonly columns: Scene['lines']
  readonly looks: readonly LineLook[]
  readonly names: Scene['names']
}

/** The lines of a scene, in the order of drawing. `placeOf` gives a node row's place, or -1. */
export function drawnLines(
  rows: Rows,
  shown: Shown,
  folding: Folding,
  placeOf: Int32Array,
): DrawnLines {
  const said: Said = {
    shown,
    folding,
    ghosts: new Set(shown.marks.ghosts.map(({ id }) => id)),
    gone: new Set(shown.difference?.goneEdges.map(({ id }) => id)),
  }
  const table = createLookTable<LineLook>()
  const ends = createEnds(rows, folding, placeOf)
  const taken: number[] = []
  const look: number[] = []
  rows.edges.forEach((edge, row) => {
    if (edge === null || !isDrawn(edge, said) || !ends.areDrawn(edge)) return
    taken.push(row)
    look.push(lookOf(edge, said, table))
  })
  const ordered = orderByLook(taken, look, table.all, ({ alpha, width }) => alpha + width / 10)
  const count = ordered.order.length
  const from = new Uint32Array(count)
  const to = new Uint32Array(count)
  const bend = new Int8Array(count)
  const names: [number, string][] = []
  for (let at = 0; at < count; at += 1) {
    const edge = rows.edges[ordered.order[at] ?? 0]
    if (edge === null || edge === undefined) continue
    from[at] = ends.from(edge)
    to[at] = ends.to(edge)
    bend[at] = edge.bend
    const name = nameOf(edge, said)
    if (name !== null) names.push([at, name])
  }
  const columns = { row: ordered.order, from, to, look: ordered.look, bend }
  return { columns, looks: ordered.looks, names }
}

function isDrawn({ relation: { id, relation } }: EdgeRow, said: Said): boolean {
  const { marks, match } = said.shown
  if (marks.hiddenRelations.size > 0 && marks.hiddenRelations.has(relation)) return false
  if (said.folding.away.size > 0 && said.folding.away.has(id)) return false
  return match?.mode !== 'hide' || match.edges.has(id) || said.ghosts.has(id)
}

function lookOf({ relation }: EdgeRow, said: Said, table: LookTable<LineLook>): number {
  const { id, relation: name } = relation
  const { match, marks, difference, selection, look } = said.shown
  const isGhost = said.ghosts.size > 0 && said.ghosts.has(id)
  const isFaded = match?.mode === 'dim' && !match.edges.has(id) && !isGhost
  const isSelected = selection.edges.size > 0 && selection.edges.has(id)
  const isLeaving = marks.leaving.size > 0 && marks.leaving.has(id)
  const isFold = said.folding.labels.size > 0 && said.folding.labels.has(id)
  const change = said.gone.has(id) ? 'gone' : difference?.added.has(id) === true ? 'added' : null
  const bits = bitsOf(
    [isGhost, isFaded, isSelected, isLeaving, isFold],
    change === null ? 0 : change === 'gone' ? 1 : 2,
  )
  const make = () =>
    lineLook(name, { isGhost, isFaded, isSelected, isLeaving, isFold, change }, look)
  return table.of(name, bits, make)
}

/** What is written at a line; most have nothing. */
function nameOf({ relation: { id, relation } }: EdgeRow, said: Said): string | null {
  const label = said.folding.labels.get(id)
  if (label !== undefined) return label
  return said.shown.selection.edges.has(id) || said.ghosts.has(id) ? relation : null
}

/** Where lines end: at their nodes, or at what stands for those that are folded away. */
function createEnds(rows: Rows, { away }: Folding, placeOf: Int32Array) {
  /** Lines of folded nodes are drawn once for each two ends and name, if not there anyway. */
  const merged = new Set<EdgeId>()
  const place = (row: number, id: NodeId): number => {
    const shown = away.size === 0 ? undefined : away.get(id)
    // Who stands for a node is a node.
    const at = shown === undefined ? row : (rows.nodeAt.get(shown as NodeId) ?? -1)
    return placeOf[at] ?? -1
  }
  const from = ({ source, relation }: EdgeRow) => place(source, relation.source)
  const to = ({ target, relation }: EdgeRow) => place(target, relation.target)
  return {
    from,
    to,
    areDrawn: (edge: EdgeRow): boolean => {
      const [a, b] = [from(edge), to(edge)]
      if (a < 0 || b < 0) return false
      if (away.size === 0) return true
      const { source, target, relation } = edge.relation
      const drawnAt = [away.get(source) ?? source, away.get(target) ?? target]
      if (drawnAt[0] === source && drawnAt[1] === target) return true
      // A relation of that name between those that stand for the ends has this id.
      const key = [relation, ...drawnAt].join('|') as EdgeId
      if (a === b || merged.has(key) || rows.edgeAt.has(key)) return false
      merged.add(key)
      return true
    },
  }
}
