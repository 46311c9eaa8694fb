import type { EdgeId, Entity, Graph, NodeId } from '../graph'
import { type Looks, middleOf, nodeText, pieceOf, type Pieces, type Rules } from '../picture'
import type { SceneNode } from './model'
import type { SceneOptions, Taken } from './options'

export type DrawnNode = SceneNode & {
  readonly entity: Entity
  /** What its label says, and who gets one first; null who gets none. */
  readonly text: string
  readonly rank: number | null
}

/** What is taken of all that is drawn, or null where all of it is. */
export type Chosen = { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }

/** The nodes that are to be seen, without their labels. */
export function* drawnNodes(
  { graph, picture, positions, naming }: SceneOptions,
  rules: Rules,
  looks: Looks,
  chosen: Chosen | null,
): Pieces<DrawnNode[]> {
  const gone = picture.compared?.goneNodes.filter(({ id }) => !graph.nodes.has(id)) ?? []
  const placeOf = (id: NodeId) => positions.get(id)
  const drawn: DrawnNode[] = []
  for (const [at, entity] of [...graph.nodes.values(), ...gone].entries()) {
    if (at % pieceOf === pieceOf - 1) yield
    const { id } = entity
    const inGroup = rules.standing.groups.get(id)
    const place = inGroup === undefined ? positions.get(id) : middleOf(inGroup, placeOf)
    const isLeft = chosen?.nodes.has(id) === false || !rules.isNode(id)
    if (isLeft || place === undefined || place === null) continue
    const look = looks.node(entity, rules.nodeState(entity))
    const degree = graph.incident.get(id)?.size ?? 0
    drawn.push({
      ...{ id, entity, look, label: null, x: place.x, y: place.y },
      ...rules.sizeOf(entity, degree),
      text: nodeText(entity, rules.standing, naming),
      rank: rules.rankOf(look, id, degree),
    })
  }
  return drawn
}

/** What is selected, with the ends of selected relations and the relations among selected nodes. */
export function chosenOf(graph: Graph, taken: Taken): Chosen | null {
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
