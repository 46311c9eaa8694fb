import { type Entity, type Graph, type Relation, spaceNames } from '../graph'
import { type Criteria, filterGraph, type Match, personOf, spaceOf } from './filter-graph'

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
  const under = (change: Partial<Criteria['filter']>) =>
    filterGraph(graph, { ...criteria, filter: { ...criteria.filter, ...change } })
  const nodes = graph.nodes
  const edges = graph.edges
  const names = spaceNames(nodes.values())
  return {
    relations: countEdges(
      edges.values(),
      filterGraph(graph, { ...criteria, hiddenRelations: new Set() }),
      ({ relation }) => [relation, relation],
    ),
    types: countNodes(nodes.values(), under({ offTypes: [] }), ({ type }) => [type, type]),
    spaces: countNodes(nodes.values(), under({ offSpaces: [] }), (node) => [
      spaceOf(node),
      names.get(spaceOf(node)) ?? spaceOf(node),
    ]),
    people: countEdges(edges.values(), under({ offPeople: [] }), ({ createdBy }) => [
      personOf(createdBy),
      createdBy?.name ?? '',
    ]),
  }
}

type Told<T> = (one: T) => readonly [value: string, label: string]

const countNodes = (all: Iterable<Entity>, { nodes }: Match, told: Told<Entity>) =>
  count(all, ({ id }) => nodes.has(id), told)

const countEdges = (all: Iterable<Relation>, { edges }: Match, told: Told<Relation>) =>
  count(all, ({ id }) => edges.has(id), told)

function count<T>(all: Iterable<T>, matches: (one: T) => boolean, told: Told<T>): Choice[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const one of all) {
    const [value, label] = told(one)
    const known = found.get(value) ?? { label, count: 0 }
    if (matches(one)) known.count += 1
    if (known.label === '') known.label = label
    found.set(value, known)
  }
  return [...found]
    .map(([value, rest]) => ({ value, ...rest }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}
