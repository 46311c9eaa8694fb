import {
  type Entity,
  type Graph,
  type KnowledgeState,
  type Relation,
  relationsAt,
} from '@shared/graph'
import { kindWord, knowledgeWords } from '../crawl'

/** Names that are told one by one; the rest is counted. */
const told = 6

/** `3 out: depends-on 2, link 1`. */
function countsOf(relations: readonly Relation[], direction: 'out' | 'in'): string {
  const counts = new Map<string, number>()
  for (const { relation } of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const names = sorted.slice(0, told).map(([name, count]) => `${name} ${count}`)
  const more = sorted.length - names.length
  const list = [...names, ...(more > 0 ? [`${more} more names`] : [])].join(', ')
  return relations.length === 0 ? `none ${direction}` : `${relations.length} ${direction}: ${list}`
}

/** A node for who hears it: what it is, how much of it is known, and its relations by name. */
export function nodeWords(graph: Graph, entity: Entity, state: KnowledgeState): string {
  const { out, in: incoming } = relationsAt(graph, entity.id)
  const what = `${entity.title}, ${kindWord(entity)}, ${knowledgeWords[state].word}`
  return `${what}. ${countsOf(out, 'out')}. ${countsOf(incoming, 'in')}.`
}

/** A relation for who hears it. */
export function relationWords(
  { nodes }: Graph,
  { relation, source, target, createdBy }: Relation,
): string {
  const titleOf = (id: typeof source) => nodes.get(id)?.title ?? id
  const by = createdBy === undefined ? '' : ` Created by ${createdBy.name}.`
  return `Relation ${relation}, from ${titleOf(source)} to ${titleOf(target)}.${by}`
}
