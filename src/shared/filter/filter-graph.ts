import {
  type EdgeId,
  type Entity,
  type Graph,
  type KnowledgeState,
  type NodeId,
  type Relation,
  spaceKeyOf,
} from '../graph'
import { holdingWords } from '../text'
import { dayOf, type Filter } from './model'

export type Criteria = {
  readonly filter: Filter
  readonly hiddenRelations: ReadonlySet<string>
  readonly onlyState: KnowledgeState | null
  readonly stateOf: (node: Entity) => KnowledgeState
}

/** What is let through. A relation needs both of its ends. */
export type Match = { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }

/** Whether anything is asked for at all; hidden relation names count. */
export const isFiltering = ({ filter, hiddenRelations, onlyState }: Criteria): boolean =>
  hiddenRelations.size > 0 ||
  onlyState !== null ||
  filter.offTypes.length + filter.offSpaces.length + filter.offPeople.length > 0 ||
  filter.text.trim() !== '' ||
  filter.minDegree > 0 ||
  filter.maxDegree !== null ||
  filter.days !== null

/** One pass over relations and one over nodes. */
export function filterGraph(graph: Graph, criteria: Criteria): Match {
  const { filter } = criteria
  const passing = passingEdges(graph, criteria)
  // A person or a time is asked for: nodes that had no part in it do not match.
  const touched = filter.days !== null || filter.offPeople.length > 0 ? endsOf(passing) : null
  const isNode = nodeTest(graph, criteria)
  const nodes = new Set<NodeId>()
  for (const node of graph.nodes.values()) {
    if (!isNode(node)) continue
    if (touched === null || touched.has(node.id) || !graph.incident.has(node.id)) nodes.add(node.id)
  }
  const edges = new Set<EdgeId>()
  for (const { id, source, target } of passing) {
    if (nodes.has(source) && nodes.has(target)) edges.add(id)
  }
  return { nodes, edges }
}

function passingEdges(graph: Graph, criteria: Criteria): Relation[] {
  const isEdge = edgeTest(criteria)
  const passing: Relation[] = []
  for (const relation of graph.edges.values()) if (isEdge(relation)) passing.push(relation)
  return passing
}

function endsOf(relations: readonly Relation[]): Set<NodeId> {
  const ends = new Set<NodeId>()
  for (const { source, target } of relations) ends.add(source).add(target)
  return ends
}

function edgeTest({ filter, hiddenRelations }: Criteria): (relation: Relation) => boolean {
  const people = new Set(filter.offPeople)
  const { days } = filter
  return ({ relation, createdBy, createdAt }) => {
    if (hiddenRelations.has(relation)) return false
    if (people.size > 0 && people.has(personOf(createdBy))) return false
    const day = days === null ? null : dayOf(createdAt)
    return days === null || day === null || (day >= days.from && day <= days.to)
  }
}

function nodeTest(
  graph: Graph,
  { filter, onlyState, stateOf }: Criteria,
): (node: Entity) => boolean {
  const types = new Set(filter.offTypes)
  const spaces = new Set(filter.offSpaces)
  const holds = filter.text.trim() === '' ? null : holdingWords(filter.text)
  const most = filter.maxDegree ?? Infinity
  const asksDegree = filter.minDegree > 0 || filter.maxDegree !== null
  return (node) => {
    if (types.has(node.type)) return false
    if (spaces.size > 0 && spaces.has(spaceOf(node))) return false
    if (onlyState !== null && stateOf(node) !== onlyState) return false
    if (asksDegree) {
      const degree = graph.incident.get(node.id)?.size ?? 0
      if (degree < filter.minDegree || degree > most) return false
    }
    return holds === null || holds(`${node.title} ${node.key}`)
  }
}

/** Key of the space a node is in; a space is in itself. '' where it has none. */
export const spaceOf = (entity: Entity): string => spaceKeyOf(entity) ?? ''

/** '' where it is not told. */
export const personOf = (person: Relation['createdBy']): string =>
  person === undefined ? '' : (person.key ?? person.name)
