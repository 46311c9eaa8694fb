import {
  type EdgeId,
  type Entity,
  type Graph,
  type NodeId,
  type Relation,
  spaceNames,
  spaceWord,
} from '../graph'
import { type Criteria, filterGraph, isFiltering, personOf, spaceOf } from './filter-graph'

export type Choice = {
  readonly value: string
  readonly label: string
  /** How many match under all that is asked for elsewhere. */
  readonly count: number
}

export type Facets = {
  readonly relations: readonly Choice[]
  readonly types: readonly Choice[]
  readonly spaces: readonly Choice[]
  readonly people: readonly Choice[]
}

/**
 * Every value that occurs in the graph, with how many nodes (or relations, for names and people)
 * it would show: counted under all other criteria, so that a count is what a click gives.
 */
export function facetsOf(graph: Graph, criteria: Criteria): Facets {
  const { filter, hiddenRelations } = criteria
  let asked: Matched | null = null
  /** Counting under all other criteria is the same for every one that asks for nothing. */
  const under = (isAsking: boolean, change: Partial<Criteria>): Matched =>
    isAsking
      ? filterGraph(graph, { ...criteria, ...change })
      : (asked ??= isFiltering(criteria) ? filterGraph(graph, criteria) : wholeOf(graph))
  const without = (part: 'offTypes' | 'offSpaces' | 'offPeople') =>
    under(filter[part].length > 0, { filter: { ...filter, [part]: [] } })
  const nodes = graph.nodes
  const edges = graph.edges
  const names = spaceNames(nodes.values())
  return {
    relations: countEdges(
      edges.values(),
      under(hiddenRelations.size > 0, { hiddenRelations: new Set() }),
      ({ relation }) => [relation, relation],
    ),
    types: countNodes(nodes.values(), without('offTypes'), ({ type }) => [type, type]),
    spaces: countNodes(nodes.values(), without('offSpaces'), (node) => [
      spaceOf(node),
      spaceWord(spaceOf(node), names),
    ]),
    people: countEdges(edges.values(), without('offPeople'), ({ createdBy }) => [
      personOf(createdBy),
      createdBy?.name ?? '',
    ]),
  }
}

type Matched = { readonly nodes: Holds<NodeId>; readonly edges: Holds<EdgeId> }
type Holds<Id> = { readonly has: (id: Id) => boolean }

/** Where nothing is asked for, all that is there matches. */
const wholeOf = ({ nodes, edges }: Graph): Matched => ({ nodes, edges })

type Told<T> = (one: T) => readonly [value: string, label: string]

const countNodes = (all: Iterable<Entity>, { nodes }: Matched, told: Told<Entity>) =>
  count(all, ({ id }) => nodes.has(id), told)

const countEdges = (all: Iterable<Relation>, { edges }: Matched, told: Told<Relation>) =>
  count(all, ({ id }) => edges.has(id), told)

function count<T>(all: Iterable<T>, matches: (one: T) => boolean, told: Told<T>): Choice[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const one of all) {
    const [value, label] = told(one)
    let known = found.get(value)
    if (known === undefined) {
      known = { label, count: 0 }
      found.set(value, known)
    }
    if (matches(one)) known.count += 1
    if (known.label === '') known.label = label
  }
  return [...found]
    .map(([value, rest]) => ({ value, ...rest }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}
