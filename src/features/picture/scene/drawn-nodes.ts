import type { EdgeId, Entity, EntityType, Graph, NodeId } from '@shared/graph'
import { foldLabel } from '../fold-label'
import { sizeOf } from '../node-size'
import type { Fold } from '../fold'
import { standInsOf } from '../group-folds'
import { badgeLook } from './badges'
import { type Change, nodeLook } from './looks'
import type { NodeLook, SceneNode } from './model'
import type { Point } from './path'
import type { Naming, SceneOptions, Shown, Taken } from './shown'
import { createTable } from './table'

export type DrawnNode = SceneNode & {
  readonly type: EntityType
  readonly entity: Entity
  /** Who gets a label first. */
  readonly rank: number
  /** What stands for many says for how many. */
  readonly fold: string | null
}

/** What has been worked out for nodes and relations alike. */
export type Drawing = {
  /** What something else stands for. */
  readonly away: ReadonlySet<string>
  /** What stands for many, and what it says. */
  readonly stacks: ReadonlyMap<string, string>
  readonly chosen: Chosen | null
  /** Who stands for whom in folded groups. */
  readonly standIns: ReadonlyMap<NodeId, NodeId>
  readonly changeOf: (id: string) => Change
}
type Chosen = { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }

export function drawingOf({ graph, shown, taken, naming }: SceneOptions): Drawing {
  const { folds, compared } = shown
  const away = new Set<string>()
  const stacks = new Map<string, string>()
  for (const fold of folds) {
    for (const id of fold.kind === 'relations' ? fold.edges : fold.nodes) {
      if (id !== fold.shown) away.add(id)
    }
    stacks.set(fold.shown, foldWords(fold, naming))
  }
  const changeOf = (id: string): Change => {
    if (compared?.added.has(id) === true) return 'added'
    return compared?.changed.has(id) === true ? 'changed' : null
  }
  return { away, stacks, changeOf, standIns: standInsOf(folds), chosen: chosenOf(graph, taken) }
}

/** The nodes that are to be seen, without their labels. */
export function drawnNodes(options: SceneOptions, drawing: Drawing): DrawnNode[] {
  const { graph, shown } = options
  const goneNodes = shown.compared?.goneNodes.filter(({ id }) => !graph.nodes.has(id)) ?? []
  const looks = createTable<NodeLook>()
  const draw = (entity: Entity, change: Change): DrawnNode[] => {
    const place = options.positions.get(entity.id)
    if (place === undefined || isAway(entity.id, change, shown, drawing)) return []
    return [drawnNode(entity, change, place, options, drawing, looks)]
  }
  return [
    ...[...graph.nodes.values()].flatMap((entity) => draw(entity, drawing.changeOf(entity.id))),
    ...goneNodes.flatMap((entity) => draw(entity, 'gone')),
  ]
}

const isAway = (id: NodeId, change: Change, shown: Shown, { away, chosen }: Drawing): boolean =>
  away.has(id) ||
  shown.hiddenNodes.has(id) ||
  shown.within?.has(id) === false ||
  chosen?.nodes.has(id) === false ||
  (shown.match?.mode === 'hide' && change !== 'gone' && !shown.match.nodes.has(id))

function drawnNode(
  entity: Entity,
  change: Change,
  { x, y }: Point,
  { graph, shown, states, theme }: SceneOptions,
  { stacks }: Drawing,
  looks: (look: NodeLook) => NodeLook,
): DrawnNode {
  const { id, type } = entity
  const { match } = shown
  const degree = graph.incident.get(id)?.size ?? 0
  const [isStart, isStack] = [shown.starts.has(id), stacks.has(id)]
  const isFaded = match?.mode === 'dim' && change !== 'gone' && !match.nodes.has(id)
  const isPinned = shown.pinned.has(id)
  const state = entity.status === 'missing' ? 'gone' : (states.get(id) ?? 'not-asked')
  return {
    ...{ id, type, entity, x, y, ...sizeOf(type, degree) },
    look: looks(nodeLook(entity, { isFaded, isPinned, isStart, isStack, change }, theme)),
    label: null,
    badge: badgeLook(state, theme),
    fold: stacks.get(id) ?? null,
    rank: isStart || isStack ? Infinity : degree,
  }
}

/** What is selected, with the ends of selected relations and the relations among selected nodes. */
function chosenOf(graph: Graph, taken: Taken): Chosen | null {
  if (taken.kind !== 'selection') return null
  const edges = new Set(taken.edges)
  const picked = new Set(taken.nodes)
  const nodes = new Set(taken.nodes)
  for (const relation of graph.edges.values()) {
    if (picked.has(relation.source) && picked.has(relation.target)) edges.add(relation.id)
    if (!edges.has(relation.id)) continue
    nodes.add(relation.source)
    nodes.add(relation.target)
  }
  return { nodes, edges }
}

function foldWords(fold: Fold, naming: Naming): string {
  switch (fold.kind) {
    case 'leaves':
      return foldLabel({ ...fold, relation: naming.relation(fold.relation) })
    case 'group':
      return foldLabel({ ...fold, name: naming.group(fold.name, fold.shown) })
    case 'relations':
      return foldLabel(fold)
  }
}
