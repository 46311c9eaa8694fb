import {
  type Course,
  coursesOf,
  type EdgeLook,
  lineText,
  type Looks,
  type Rules,
} from '../../picture'
import { createLookNumbers, orderByLook } from './look-numbers'
import type { EdgeRow, Rows } from './rows'
import type { Scene } from './scene'

type DrawnLines = {
  readonly columns: Scene['lines']
  readonly looks: readonly EdgeLook[]
  readonly names: Scene['names']
}

/** A line that is drawn: its row, and the places of its ends. */
type Line = { readonly row: number; readonly from: number; readonly to: number }

/** The lines of a scene, in the order of drawing. `placeOf` gives a node row's place, or -1. */
export function drawnLines(
  rows: Rows,
  rules: Rules,
  looks: Looks,
  placeOf: Int32Array,
): DrawnLines {
  const numbers = createLookNumbers<EdgeLook>()
  const lines = linesIn(rows, rules, placeOf)
  const look = lines.map(({ row }) => {
    const relation = rows.edges[row]?.relation
    // A line that is drawn has a row.
    return relation === undefined
      ? 0
      : numbers.of(looks.edge(relation.relation, rules.edgeState(relation)))
  })
  const courses = coursesIn(rows, rules, lines, (at) => numbers.all[look[at] ?? 0])
  const weight = ({ opacity, stroke }: EdgeLook) => opacity + stroke.width / 10
  const ordered = orderByLook([...lines.keys()], look, numbers.all, weight)
  const count = ordered.order.length
  const columns = {
    row: new Uint32Array(count),
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    look: ordered.look,
    bend: new Float32Array(count),
    loop: new Uint8Array(count),
  }
  const names: [number, string][] = []
  for (let at = 0; at < count; at += 1) {
    const line = lines[ordered.order[at] ?? 0]
    const relation = rows.edges[line?.row ?? -1]?.relation
    if (line === undefined || relation === undefined) continue
    columns.row[at] = line.row
    columns.from[at] = line.from
    columns.to[at] = line.to
    const course = courses.get(line.row)
    if (course !== undefined) {
      columns.bend[at] = course.bend
      columns.loop[at] = course.loop
    }
    if (ordered.looks[ordered.look[at] ?? 0]?.isNamed === true) {
      names.push([at, lineText(relation, rules.standing)])
    }
  }
  return { columns, looks: ordered.looks, names }
}

function linesIn(rows: Rows, rules: Rules, placeOf: Int32Array): Line[] {
  const lines: Line[] = []
  rows.edges.forEach((edge, row) => {
    if (edge === null || !rules.isLine(edge.relation)) return
    const ends = rules.movesEnds ? endRowsOf(rows, rules, edge) : edge
    if (ends === null) return
    const from = placeOf[ends.source] ?? -1
    const to = placeOf[ends.target] ?? -1
    if (from >= 0 && to >= 0) lines.push({ row, from, to })
  })
  return lines
}

/** Rows of the nodes that a line is drawn at. */
function endRowsOf({ nodeAt }: Rows, rules: Rules, { relation }: EdgeRow) {
  const ends = rules.endsOf(relation)
  if (ends === null) return null
  return { source: nodeAt.get(ends[0]) ?? -1, target: nodeAt.get(ends[1]) ?? -1 }
}

/** More places than there can be: makes one number of two. */
const span = 2 ** 26

/**
 * The courses of lines that are not alone between their nodes, by row. Hardly any line is, so only
 * those are looked at of which the rows know that there are others.
 */
function coursesIn(
  rows: Rows,
  rules: Rules,
  lines: readonly Line[],
  lookAt: (at: number) => EdgeLook | undefined,
): ReadonlyMap<number, Course> {
  const bundles = new Map<number, (Line & { readonly isStraight: boolean })[]>()
  lines.forEach((line, at) => {
    const { row, from, to } = line
    if (!rules.movesEnds && (rows.edges[row]?.pair.lines ?? 0) < 2) return
    const key = Math.min(from, to) * span + Math.max(from, to)
    const one = { ...line, isStraight: lookAt(at)?.isStraight === true }
    const known = bundles.get(key)
    if (known === undefined) bundles.set(key, [one])
    else known.push(one)
  })
  const courses = new Map<number, Course>()
  for (const bundle of bundles.values()) {
    const ends = bundle.map(({ from, to, isStraight }) => ({
      source: from,
      target: to,
      isStraight,
    }))
    coursesOf(ends).forEach((course, at) => {
      const row = bundle[at]?.row
      if (row !== undefined) courses.set(row, course)
    })
  }
  return courses
}
