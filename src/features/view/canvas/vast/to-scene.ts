import type { EdgeId, Entity, KnowledgeState, NodeId } from '@shared/graph'
import type { Fold } from '../../fold'
import type { Look } from '../canvas'
import type { Difference } from '../difference'
import { foldLabel } from '../fold-label'
import type { Marks } from '../marks'
import type { Matching } from '../match'
import { sizeOf } from '../node-size'
import { palettes } from '../style'
import { type LineLook, lineLook, type NodeLook, nodeLook } from './looks'
import type { EdgeRow, NodeRow, Rows } from './rows'
import type { Scene } from './scene'

/** All that was said of the graph beside the graph. */
export type Shown = {
  readonly look: Look
  readonly marks: Marks
  readonly match: Matching | null
  readonly folds: readonly Fold[]
  readonly difference: Difference | null
  readonly knowledge: ReadonlyMap<NodeId, KnowledgeState>
  readonly selection: { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }
  readonly aim: NodeId | null
}

/** Turns rows and what was said of them into what is drawn. Pure, and one pass over each. */
export function toScene(rows: Rows, shown: Shown): Scene {
  const folding = foldingOf(shown.folds)
  const nodes = drawnNodes(rows, shown, folding)
  const placeOf = new Int32Array(rows.nodes.length).fill(-1)
  nodes.order.forEach((row, at) => {
    placeOf[row] = at
  })
  const lines = drawnLines(rows, shown, folding, placeOf)
  const captions = [...folding.labels].flatMap(([id, text]): [number, string][] => {
    const at = placeOf[rows.nodeAt.get(id as NodeId) ?? -1] ?? -1
    return at < 0 ? [] : [[at, text]]
  })
  return {
    nodes: columnsOf(rows, nodes, shown),
    lines: lines.columns,
    nodeLooks: nodes.looks,
    lineLooks: lines.looks,
    captions,
    names: lines.names,
    ink: palettes[shown.look.theme].ink,
    paper: palettes[shown.look.theme].paper,
  }
}

type Folding = {
  /** What another stands for, by id, and who stands for it. */
  readonly away: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
}

function foldingOf(folds: readonly Fold[]): Folding {
  const away = new Map<string, string>()
  const labels = new Map<string, string>()
  for (const fold of folds) {
    for (const id of fold.kind === 'relations' ? fold.edges : fold.nodes) {
      if (id !== fold.shown) away.set(id, fold.shown)
    }
    labels.set(fold.shown, foldLabel(fold))
  }
  return { away, labels }
}

/** Rows in the order of drawing, each with its look. */
type Ordered<Look> = {
  readonly order: Uint32Array
  readonly look: Uint16Array
  readonly looks: Look[]
}

function drawnNodes(rows: Rows, shown: Shown, folding: Folding): Ordered<NodeLook> {
  const looks = createTable<NodeLook>()
  const taken: number[] = []
  const look: number[] = []
  rows.nodes.forEach((node, row) => {
    if (node === null || !isDrawn(node.entity, shown, folding)) return
    taken.push(row)
    look.push(lookOfNode(node.entity, shown, folding, looks))
  })
  return ordered(taken, look, looks.all, ({ alpha, under }) => alpha + (under === null ? 0 : 1))
}

function isDrawn({ id }: Entity, { marks, match }: Shown, { away }: Folding): boolean {
  return !(
    marks.hiddenNodes.has(id) ||
    marks.within?.has(id) === false ||
    away.has(id) ||
    (match?.mode === 'hide' && !match.nodes.has(id))
  )
}

function lookOfNode(
  entity: Entity,
  shown: Shown,
  folding: Folding,
  looks: Table<NodeLook>,
): number {
  const { id, type, subtype = '', status } = entity
  const { marks, match, difference } = shown
  const states = {
    isFaded: match?.mode === 'dim' && !match.nodes.has(id),
    isSelected: shown.selection.nodes.has(id),
    isPinned: marks.pinned.has(id),
    isStart: marks.starts.has(id),
    isAsking: marks.asking.has(id),
    isAim: shown.aim === id,
    isFold: folding.labels.has(id),
    change: changeOf(id, difference),
    knowledge: shown.knowledge.get(id) ?? 'not-asked',
  } as const
  const key = `${type} ${subtype} ${status} ${Object.values(states).join(' ')}`
  return looks.of(key, () => nodeLook(entity, states, shown.look))
}

function changeOf(id: string, difference: Difference | null) {
  if (difference === null) return null
  if (difference.added.has(id)) return 'added'
  if (difference.changed.has(id)) return 'changed'
  return difference.goneNodes.some((one) => one.id === id) ? 'gone' : null
}

function columnsOf(
  rows: Rows,
  { order, look }: Ordered<NodeLook>,
  { selection, marks }: Shown,
): Scene['nodes'] {
  const count = order.length
  const columns = {
    row: order,
    x: new Float32Array(count),
    y: new Float32Array(count),
    width: new Float32Array(count),
    height: new Float32Array(count),
    look,
    rank: new Float32Array(count),
  }
  order.forEach((row, at) => {
    const node = rows.nodes[row]
    if (node === null || node === undefined) return
    const { width, height } = sizeOf(node.entity.type, node.degree)
    columns.x[at] = node.x
    columns.y[at] = node.y
    columns.width[at] = width
    columns.height[at] = height
    columns.rank[at] = rankOf(node, selection.nodes, marks.starts)
  })
  return columns
}

const rankOf = (
  { entity, degree }: NodeRow,
  selected: ReadonlySet<NodeId>,
  starts: ReadonlySet<NodeId>,
): number => (selected.has(entity.id) || starts.has(entity.id) ? Infinity : degree)

function drawnLines(rows: Rows, shown: Shown, folding: Folding, placeOf: Int32Array) {
  const looks = createTable<LineLook>()
  const taken: number[] = []
  const look: number[] = []
  const ends = endsOf(rows, folding, placeOf)
  /** Lines of folded nodes, drawn once for each two ends and name. */
  const merged = new Set<string>()
  const ghosts = new Set<EdgeId>(shown.marks.ghosts.map(({ id }) => id))
  const gone = new Set<EdgeId>(shown.difference?.goneEdges.map(({ id }) => id) ?? [])
  rows.edges.forEach((edge, row) => {
    if (edge === null || !isLineDrawn(edge, shown, folding, ghosts)) return
    const [from, to, isMoved] = ends(edge)
    if (from < 0 || to < 0 || (isMoved && from === to)) return
    if (isMoved) {
      const key = `${from} ${to} ${edge.relation.relation}`
      if (merged.has(key)) return
      merged.add(key)
    }
    taken.push(row)
    look.push(lookOfLine(edge, shown, folding, looks, { ghosts, gone }))
  })
  const { order, look: sorted, looks: all } = ordered(taken, look, looks.all, ({ alpha }) => alpha)
  const columns = {
    row: order,
    from: new Uint32Array(order.length),
    to: new Uint32Array(order.length),
    look: sorted,
    bend: new Int8Array(order.length),
  }
  const names: [number, string][] = []
  order.forEach((row, at) => {
    const edge = rows.edges[row]
    if (edge === null || edge === undefined) return
    const [from, to] = ends(edge)
    columns.from[at] = from
    columns.to[at] = to
    const { id, relation } = edge.relation
    const label = folding.labels.get(id)
    if (label !== undefined) names.push([at, label])
    else if (shown.selection.edges.has(id) || ghosts.has(id)) names.push([at, relation])
  })
  bendParallels(columns)
  return { columns, looks: all, names }
}

/** Where a line ends when what it ended at is folded away: at what stands for it. */
function endsOf(rows: Rows, { away }: Folding, placeOf: Int32Array) {
  const placeAt = (row: number, id: NodeId): readonly [number, boolean] => {
    const shown = away.size === 0 ? undefined : away.get(id)
    return shown === undefined
      ? [placeOf[row] ?? -1, false]
      : [placeOf[rows.nodeAt.get(shown as NodeId) ?? -1] ?? -1, true]
  }
  return ({ source, target, relation }: EdgeRow): [number, number, boolean] => {
    const [from, fromMoved] = placeAt(source, relation.source)
    const [to, toMoved] = placeAt(target, relation.target)
    return [from, to, fromMoved || toMoved]
  }
}

function isLineDrawn(
  { relation }: EdgeRow,
  { marks, match }: Shown,
  { away }: Folding,
  ghosts: ReadonlySet<EdgeId>,
): boolean {
  return !(
    marks.hiddenRelations.has(relation.relation) ||
    away.has(relation.id) ||
    (match?.mode === 'hide' && !match.edges.has(relation.id) && !ghosts.has(relation.id))
  )
}

function lookOfLine(
  { relation: { id, relation } }: EdgeRow,
  shown: Shown,
  folding: Folding,
  looks: Table<LineLook>,
  { ghosts, gone }: { ghosts: ReadonlySet<EdgeId>; gone: ReadonlySet<EdgeId> },
): number {
  const { match, marks, difference, selection } = shown
  const isGhost = ghosts.has(id)
  const change = gone.has(id) ? 'gone' : difference?.added.has(id) === true ? 'added' : null
  const states = {
    isFaded: match?.mode === 'dim' && !match.edges.has(id) && !isGhost,
    isSelected: selection.edges.has(id),
    isGhost,
    isLeaving: marks.leaving.has(id),
    isFold: folding.labels.has(id),
    change,
  } as const
  const key = `${relation} ${Object.values(states).join(' ')}`
  return looks.of(key, () => lineLook(relation, states, shown.look))
}

/** Lines between the same two nodes part: 0, 1, -1, 2, … */
function bendParallels({ from, to, bend }: Scene['lines']): void {
  const seen = new Map<number, number>()
  for (let at = 0; at < from.length; at += 1) {
    const [a = 0, b = 0] = [from[at], to[at]]
    const key = Math.min(a, b) * 67_108_864 + Math.max(a, b)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    const step = Math.ceil(before / 2) * (before % 2 === 0 ? -1 : 1)
    // Seen from its own source, so that lines to and fro bend apart, not together.
    bend[at] = Math.max(-12, Math.min(12, a <= b ? step : -step))
  }
}

type Table<Look> = { readonly all: Look[]; readonly of: (key: string, make: () => Look) => number }

/** Each look once. */
function createTable<Look>(): Table<Look> {
  const numbers = new Map<string, number>()
  const all: Look[] = []
  return {
    all,
    of: (key, make) => {
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, all.length)
      all.push(make())
      return all.length - 1
    },
  }
}

/** Rows grouped by look, those that matter more later, so that they are drawn over the others. */
function ordered<Look>(
  taken: readonly number[],
  look: readonly number[],
  looks: readonly Look[],
  weight: (look: Look) => number,
): Ordered<Look> {
  const sorted = looks.map((_look, at) => at)
  sorted.sort((a, b) => weightAt(a) - weightAt(b))
  function weightAt(at: number): number {
    const one = looks[at]
    return one === undefined ? 0 : weight(one)
  }
  const newNumber = new Uint16Array(looks.length)
  sorted.forEach((old, at) => {
    newNumber[old] = at
  })
  const starts = new Uint32Array(looks.length + 1)
  for (const old of look)
    starts[(newNumber[old] ?? 0) + 1] = (starts[(newNumber[old] ?? 0) + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const order = new Uint32Array(taken.length)
  const numbers = new Uint16Array(taken.length)
  taken.forEach((row, at) => {
    const number = newNumber[look[at] ?? 0] ?? 0
    const place = starts[number] ?? 0
    starts[number] = place + 1
    order[place] = row
    numbers[place] = number
  })
  const put = sorted.flatMap((old) => looks[old] ?? [])
  return { order, look: numbers, looks: put }
}
