import type { EdgeId, NodeId, Relation } from '@shared/graph'
import type { DrawnNode, Drawing } from './drawn-nodes'
import { edgeLook } from './looks'
import type { EdgeLook, Label, SceneEdge } from './model'
import type { Point } from './path'
import { bends, loop, route } from './route'
import type { SceneOptions } from './shown'
import { createTable } from './table'

export type DrawnEdge = SceneEdge & { readonly name: string }

/** The relations between what is drawn. */
export function drawnEdges(
  options: SceneOptions,
  nodes: readonly DrawnNode[],
  drawing: Drawing,
): DrawnEdge[] {
  const { graph, shown, looks, theme, naming } = options
  const { match, compared } = shown
  const { away, stacks, chosen, changeOf, standIns } = drawing
  const at = new Map<NodeId, DrawnNode>(nodes.map((node) => [node.id, node]))
  const ghosts = shown.ghosts.filter(({ id }) => !graph.edges.has(id))
  const gone = compared?.goneEdges.filter(({ id }) => !graph.edges.has(id)) ?? []
  const [ghostIds, goneIds] = [ghosts, gone].map((all) => new Set(all.map(({ id }) => id)))
  const isExtra = (id: EdgeId) => ghostIds?.has(id) === true || goneIds?.has(id) === true
  /** Where a relation of a folded group is drawn: at what stands for the group. */
  const ended = (relation: Relation): Relation[] => {
    const { source, target } = relation
    const [from, to] = [standIns.get(source) ?? source, standIns.get(target) ?? target]
    if (from === source && to === target) return [relation]
    return from === to ? [] : [{ ...relation, source: from, target: to }]
  }
  const kept = [...graph.edges.values(), ...ghosts, ...gone]
    .flatMap(ended)
    .filter(
      ({ id, relation, source, target }) =>
        at.has(source) &&
        at.has(target) &&
        !away.has(id) &&
        !shown.hiddenRelations.has(relation) &&
        (chosen === null || chosen.edges.has(id) || isExtra(id)) &&
        (match?.mode !== 'hide' || match.edges.has(id) || isExtra(id)),
    )
  const edgeLooks = createTable<EdgeLook>()
  return bundled(kept).flatMap(({ relation, bend, loops }): DrawnEdge[] => {
    const [source, target] = [at.get(relation.source), at.get(relation.target)]
    if (source === undefined || target === undefined) return []
    const { id } = relation
    const [isGhost, isGone] = [ghostIds?.has(id) === true, goneIds?.has(id) === true]
    const look = {
      isFaded: match?.mode === 'dim' && !match.edges.has(id) && !isExtra(id),
      isGhost,
      isLeaving: shown.leaving.has(id),
      isStack: stacks.has(id),
      change: isGone ? ('gone' as const) : changeOf(id),
    }
    const routed =
      source === target ? loop(source, loops) : route(source, target, stacks.has(id) ? 0 : bend)
    const words = stacks.get(id) ?? (isExtra(id) ? naming.relation(relation.relation) : null)
    return [
      {
        ...{ id, name: relation.relation, path: routed.path, arrow: routed.arrow },
        look: edgeLooks(edgeLook(looks.get(relation.relation), look, theme)),
        label: words === null ? null : labelAt(words, routed.middle),
      },
    ]
  })
}

const labelAt = (text: string, { x, y }: Point): Label => ({
  lines: [text],
  size: 11,
  bold: false,
  at: { x, y: y + 4 },
})

/** Relations between the same two nodes lie side by side; loops one outside the other. */
function bundled(
  relations: readonly Relation[],
): { relation: Relation; bend: number; loops: number }[] {
  const bundles = new Map<string, Relation[]>()
  for (const relation of relations) {
    const { source, target } = relation
    const key = source < target ? `${source}|${target}` : `${target}|${source}`
    const known = bundles.get(key)
    if (known === undefined) bundles.set(key, [relation])
    else known.push(relation)
  }
  return [...bundles.values()].flatMap((bundle) => {
    const all = bends(bundle.length)
    const first = bundle[0]?.source
    return bundle.map((relation, at) => {
      const bend = all[at] ?? 0
      return { relation, loops: at, bend: relation.source === first ? bend : -bend }
    })
  })
}
