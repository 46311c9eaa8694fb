import {
  type Entity,
  type Graph,
  type KnowledgeState,
  type NodeId,
  type Relation,
  spaceKeyOf,
  spaceNames,
  spaceWord,
} from '../graph'
import type { InsightInput } from './model'

type Known = {
  readonly stateOf: (entity: Entity) => KnowledgeState
  /** Whether the same relation the other way round would be known, were it there. */
  readonly isBackKnown: (relation: Relation) => boolean
}

/** The graph as columns, with what is known of it. */
export function toInsightInput(graph: Graph, { stateOf, isBackKnown }: Known): InsightInput {
  const entities = [...graph.nodes.values()]
  const relations = [...graph.edges.values()]
  const indexOf = new Map<NodeId, number>(entities.map(({ id }, at) => [id, at]))
  const spaces = createIndex<InsightInput['spaces'][number]>()
  const spacesByKey = spaceNames(entities)
  const names = createIndex<string>()
  const indexesOf = (end: 'source' | 'target') =>
    Uint32Array.from(relations, (relation) => indexOf.get(relation[end]) ?? 0)
  return {
    ids: entities.map(({ id }) => id),
    titles: entities.map(({ title }) => title),
    states: entities.map(stateOf),
    spaceOf: Int32Array.from(entities, (entity) => {
      const key = spaceKeyOf(entity)
      return key === undefined ? -1 : spaces.put(key, { key, name: spaceWord(key, spacesByKey) })
    }),
    spaces: spaces.all,
    sources: indexesOf('source'),
    targets: indexesOf('target'),
    nameOf: Uint32Array.from(relations, ({ relation }) => names.put(relation, relation)),
    names: names.all,
    isBackKnown: Uint8Array.from(relations, (relation) => (isBackKnown(relation) ? 1 : 0)),
    isWritten: Uint8Array.from(relations, ({ origin }) => (origin === undefined ? 0 : 1)),
  }
}

function createIndex<T>() {
  const all: T[] = []
  const places = new Map<string, number>()
  return {
    all: all as readonly T[],
    put: (key: string, value: T): number => {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, all.length)
      return all.push(value) - 1
    },
  }
}
