import { type Entity, knowledgeStates, type NodeId } from '@shared/graph'
import { sizeOf } from '../../picture'
import type { Folding } from './folding'
import { createLookTable, type LookTable, orderByLook, type Ordered } from './look-table'
import { type NodeLook, nodeLook } from './looks'
import type { NodeRow, Rows } from './rows'
import type { Scene } from './scene'
import type { Shown } from './shown'

/** The nodes of a scene, in the order of drawing. */
export function drawnNodes(
  rows: Rows,
  shown: Shown,
  folding: Folding,
): { columns: Scene['nodes']; looks: readonly NodeLook[] } {
  const table = createLookTable<NodeLook>()
  const gone = new Set<NodeId>(shown.difference?.goneNodes.map(({ id }) => id))
  const taken: number[] = []
  const look: number[] = []
  rows.nodes.forEach((node, row) => {
    if (node === null || !isDrawn(node.entity, shown, folding)) return
    taken.push(row)
    look.push(lookOf(node, { shown, folding, gone }, table))
  })
  const ordered = orderByLook(taken, look, table.all, weight)
  return { columns: columnsOf(rows, ordered, shown), looks: ordered.looks }
}

/** Faded nodes lie below, marked ones above the others. */
const weight = ({ alpha, under, borderWidth }: NodeLook): number =>
  alpha + (under === null ? 0 : 1) + (borderWidth > 2.5 ? 1 : 0)

function isDrawn({ id }: Entity, { marks, match }: Shown, { away }: Folding): boolean {
  if (marks.hiddenNodes.size > 0 && marks.hiddenNodes.has(id)) return false
  if (marks.within !== null && !marks.within.has(id)) return false
  if (away.size > 0 && away.has(id)) return false
  return match?.mode !== 'hide' || match.nodes.has(id)
}

type Said = { readonly shown: Shown; readonly folding: Folding; readonly gone: ReadonlySet<NodeId> }

function lookOf({ entity, kind }: NodeRow, said: Said, table: LookTable<NodeLook>): number {
  const { id } = entity
  const { marks, match, selection, aim, knowledge, look, difference } = said.shown
  const state = knowledge.get(id) ?? 'not-asked'
  const isFaded = match?.mode === 'dim' && !match.nodes.has(id)
  const isSelected = selection.nodes.has(id)
  const isPinned = marks.pinned.has(id)
  const isStart = marks.starts.has(id)
  const isAsking = marks.asking.has(id)
  const isAim = aim === id
  const isFold = said.folding.labels.has(id)
  const change = difference === null ? null : changeOf(id, said)
  const bits = bitsOf(
    [isFaded, isSelected, isPinned, isStart, isAsking, isAim, isFold],
    changes.indexOf(change) * knowledgeStates.length + knowledgeStates.indexOf(state),
  )
  const make = () =>
    nodeLook(
      entity,
      { isFaded, isSelected, isPinned, isStart, isAsking, isAim, isFold, change, knowledge: state },
      look,
    )
  return table.of(kind, bits, make)
}

const changes = [null, 'added', 'changed', 'gone'] as const

function changeOf(id: NodeId, { shown: { difference }, gone }: Said): (typeof changes)[number] {
  if (difference?.added.has(id) === true) return 'added'
  if (difference?.changed.has(id) === true) return 'changed'
  return gone.has(id) ? 'gone' : null
}

/** One number of several answers, and of another number. */
export function bitsOf(flags: readonly boolean[], rest: number): number {
  let bits = rest
  for (const flag of flags) bits = bits * 2 + (flag ? 1 : 0)
  return bits
}

function columnsOf(
  rows: Rows,
  { order, look }: Ordered<NodeLook>,
  { selection, marks }: Shown,
): Scene['nodes'] {
  const count = order.length
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  const width = new Float32Array(count)
  const height = new Float32Array(count)
  const rank = new Float32Array(count)
  for (let at = 0; at < count; at += 1) {
    const node = rows.nodes[order[at] ?? 0]
    if (node === null || node === undefined) continue
    const size = sizeOf(node.entity.type, node.degree)
    x[at] = node.x
    y[at] = node.y
    width[at] = size.width
    height[at] = size.height
    const { id } = node.entity
    rank[at] = selection.nodes.has(id) || marks.starts.has(id) ? Infinity : node.degree
  }
  return { row: order, x, y, width, height, look, rank }
}
