import type { EdgeId, Graph, NodeId } from '../graph'
import type { Fold } from './fold-model'
import type { Members } from './groups'
import type { Share } from './states'

type Options = {
  readonly closed: ReadonlySet<string>
  readonly opened: ReadonlySet<string>
  readonly isDrawn: (id: NodeId) => boolean
  readonly isNamed: (relation: string) => boolean
}

/** One node for each group that is folded, and one line for all its relations to another node. */
export function groupFolds(graph: Graph, groups: readonly Members[], options: Options): Fold[] {
  const folds = groups
    .filter(({ key }) => options.closed.has(key))
    .map(({ key, name, nodes }) => ({
      kind: 'group' as const,
      key,
      name,
      nodes,
      shown: mostRelated(graph, nodes),
    }))
  return folds.length === 0 ? [] : [...folds, ...linesBetween(graph, folds, options)]
}

/** The member that stands for all: the one with the most relations, the first of equals. */
function mostRelated(graph: Graph, nodes: readonly NodeId[]): NodeId {
  const [first, ...others] = nodes
  if (first === undefined) throw new Error('A group has members.')
  const degree = (id: NodeId) => graph.incident.get(id)?.size ?? 0
  return others.reduce((best, id) => (degree(id) > degree(best) ? id : best), first)
}

type GroupFold = Extract<Fold, { kind: 'group' }>

function linesBetween(
  graph: Graph,
  folds: readonly GroupFold[],
  { opened, isDrawn, isNamed }: Options,
): Fold[] {
  const standIns = standInsOf(folds)
  const lines = new Map<string, EdgeId[]>()
  for (const id of new Set(
    folds.flatMap(({ nodes }) => nodes.flatMap((node) => [...(graph.incident.get(node) ?? [])])),
  )) {
    const relation = graph.edges.get(id)
    if (relation === undefined || !isNamed(relation.relation)) continue
    const { source, target } = relation
    if (!isDrawn(source) || !isDrawn(target)) continue
    const [from, to] = [standIns.get(source) ?? source, standIns.get(target) ?? target]
    if (from === to) continue
    const key = `group-line|${from < to ? `${from}|${to}` : `${to}|${from}`}`
    const known = lines.get(key)
    if (known === undefined) lines.set(key, [id])
    else known.push(id)
  }
  const most = Math.max(...[...lines.values()].map(({ length }) => length))
  return [...lines].flatMap(([key, edges]): Fold[] => {
    const [shown] = edges
    return shown === undefined || edges.length < 2 || opened.has(key)
      ? []
      : [{ kind: 'relations', key, shown, edges, share: shareOf(edges.length / most) }]
  })
}

const shareOf = (part: number): Share => (part < 0.05 ? 1 : part < 0.2 ? 2 : part < 0.5 ? 3 : 4)

/** Who stands for whom in folded groups. */
export const standInsOf = (folds: readonly Fold[]): Map<NodeId, NodeId> =>
  new Map(
    folds.flatMap((fold) =>
      fold.kind === 'group' ? fold.nodes.map((id): [NodeId, NodeId] => [id, fold.shown]) : [],
    ),
  )
