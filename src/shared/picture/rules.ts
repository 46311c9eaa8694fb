import type { EdgeId, Entity, NodeId, Relation } from '../graph'
import { knowledgeOf } from '../crawl'
import type { Fold } from './fold-model'
import { standInsOf } from './group-folds'
import type { NodeLook } from './look'
import { measureOf } from './measure'
import { type NodeSize, sizeOf } from './node-size'
import { type Standing, standingOf } from './standing'
import { shownOf } from './shown'
import type { Picture } from './picture'
import { rankIn } from './rank'
import { type Change, edgeBits, nodeBits, type Share } from './states'

/** What the pointer is at, which only a canvas knows. */
export type Pointed = {
  /** The node that a drop would mean. */
  readonly aim: NodeId | null
  /** What the pointer rests on, with all that it is tied to; the rest is dimmed. */
  readonly near: {
    readonly nodes: ReadonlySet<NodeId>
    readonly edges: ReadonlySet<EdgeId>
    /** There may be too much of the rest to dim it in a glance. */
    readonly dimsRest: boolean
  } | null
}

/** Whether each thing is drawn, where, and in which state: said once, for whoever draws. */
export type Rules = {
  /** Whether a node is drawn; what another stands for is not. */
  readonly isNode: (id: NodeId) => boolean
  /** Whether a relation is drawn where its ends are. */
  readonly isLine: (relation: Relation) => boolean
  /** Where it is drawn: at what stands for its ends. Null within what is drawn as one. */
  readonly endsOf: (relation: Relation) => readonly [NodeId, NodeId] | null
  /** Whether any end may be another than the relation's own. */
  readonly movesEnds: boolean
  /** What stands for many. */
  readonly standing: Standing
  /** What a node is as large as, where it has so many relations, and named in the order of. */
  readonly sizeOf: (entity: Entity, degree: number) => NodeSize
  readonly rankOf: (look: NodeLook, id: NodeId, degree: number) => number | null
  /** What a look rests on, as one number: see `states.ts`. */
  readonly nodeState: (entity: Entity) => number
  readonly edgeState: (relation: Relation) => number
}

const nowhere: Pointed = { aim: null, near: null }

/** The rules of a picture. Made anew for each, so that they cost nothing where they are asked. */
export function rulesOf(picture: Picture, pointed: Pointed = nowhere): Rules {
  const { match, compared, selection, knowledge } = picture
  const shown = shownOf(picture)
  const standIns = standInsOf(picture.folds)
  const folds = standingOf(picture.folds)
  const gone = new Set<string>([
    ...(compared?.goneNodes.map(({ id }) => id) ?? []),
    ...(compared?.goneEdges.map(({ id }) => id) ?? []),
  ])
  const ghosts = new Set<string>(picture.ghosts.map(({ id }) => id))
  const selected = new Set<string>([...selection.nodes, ...selection.edges])
  const [faded, filtered] =
    match === null ? [null, null] : match.mode === 'dim' ? [match, null] : [null, match]
  const changeOf = (id: string): Change =>
    compared === null
      ? null
      : compared.added.has(id)
        ? 'added'
        : compared.changed.has(id)
          ? 'changed'
          : gone.has(id)
            ? 'gone'
            : null
  /** What is the same fades, so that what differs is found; ghosts are of no comparison. */
  const isSame = (id: string): boolean =>
    compared !== null && changeOf(id) === null && !ghosts.has(id)
  const dims = pointed.near?.dimsRest === true ? pointed.near : chosenPath(picture, selected)
  /** A filter knows nothing of what is not in the graph. */
  const isExtra = (id: string) => gone.has(id) || ghosts.has(id)

  return {
    standing: folds,
    movesEnds: standIns.size > 0,
    sizeOf: ({ type, id }, degree) =>
      sizeOf(type, measureOf(picture.importance, id, degree), folds.groups.get(id)?.length),
    rankOf: ({ label }, id, degree) => {
      if (label !== 'may') return label === 'none' ? null : Infinity
      return rankIn(folds, id, measureOf(picture.importance, id, degree))
    },
    isNode: (id) => (gone.has(id) ? shown.isNear(id) : shown.isNode(id)) && !folds.away.has(id),
    isLine: ({ id, relation }) =>
      shown.isNamed(relation) &&
      !folds.away.has(id) &&
      (filtered === null || filtered.edges.has(id) || isExtra(id)),
    endsOf: ({ source, target }) => {
      if (standIns.size === 0) return [source, target]
      const [from, to] = [standIns.get(source) ?? source, standIns.get(target) ?? target]
      return from === to && standIns.has(source) ? null : [from, to]
    },
    nodeState: (entity) => {
      const { id } = entity
      return nodeBits({
        faded:
          (faded !== null && !faded.nodes.has(id) && !gone.has(id)) ||
          (isSame(id) && compared?.ends.has(id) !== true),
        selected: selected.has(id),
        pinned: picture.pinned.has(id),
        start: picture.starts.has(id),
        asking: picture.asking.has(id),
        aimed: pointed.aim === id,
        stack: folds.stacks.has(id),
        group: folds.groups.has(id),
        dimmed: dims !== null && !dims.nodes.has(id),
        change: changeOf(id),
        tint: picture.tints?.of.get(id) ?? 0,
        knowledge: knowledgeOf(entity, knowledge),
      })
    },
    edgeState: ({ id }) =>
      edgeBits({
        faded: (faded !== null && !faded.edges.has(id) && !isExtra(id)) || isSame(id),
        selected: selected.has(id),
        ghost: ghosts.has(id),
        leaving: picture.leaving.has(id),
        stack: folds.stacks.has(id),
        near: pointed.near?.edges.has(id) === true,
        dimmed: dims !== null && !dims.edges.has(id),
        change: changeOf(id),
        share: shareOf(folds.stacks.get(id)),
        weak: picture.weak.has(id),
        thin: picture.isDense,
      }),
  }
}

const shareOf = (fold: Fold | undefined): Share =>
  fold?.kind === 'relations' ? (fold.share ?? 0) : 0

type Spared = { readonly has: (id: string) => boolean }

/** One of the ways that are looked for, while it is selected from end to end: the rest is dimmed. */
function chosenPath(
  { path, selection }: Picture,
  selected: Spared,
): { readonly nodes: Spared; readonly edges: Spared } | null {
  if (path === null || path.to === null || selection.edges.length === 0) return null
  return selected.has(path.from) && selected.has(path.to)
    ? { nodes: selected, edges: selected }
    : null
}
