import {
  type Entity,
  type Graph,
  type KnowledgeState,
  type Relation,
  relationsAt,
} from '@shared/graph'
import { isolated, quoted } from '@shared/text'
import { lacking } from '@shared/crawl'
import { atLeast, kindWord, knowledgeWords } from '../crawl'

const fullWords = { out: 'outgoing', in: 'incoming' } as const

/** Names that are told one by one; the rest is counted. */
const told = 6

/** `3 out: depends-on 2, link 1`; none is said only where all is known. */
function countsOf(
  relations: readonly Relation[],
  direction: 'out' | 'in',
  state: KnowledgeState,
): string {
  if (relations.length === 0 && state === 'not-asked') return `${fullWords[direction]} not asked`
  const counts = new Map<string, number>()
  for (const { relation } of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const names = sorted.slice(0, told).map(([name, count]) => `${isolated(name)} ${count}`)
  const more = sorted.length - names.length
  const list = [...names, ...(more > 0 ? [`${more} more names`] : [])].join(', ')
  const count = atLeast(relations.length, lacking.has(state))
  if (relations.length > 0) return `${count} ${direction}: ${list}`
  return lacking.has(state) ? `${count} ${direction}` : `none ${direction}`
}

/** A node for who hears it: what it is, how much of it is known, and its relations by name. */
export function nodeWords(graph: Graph, entity: Entity, state: KnowledgeState): string {
  const { out, in: incoming } = relationsAt(graph, entity.id)
  const what = `${isolated(entity.title)}, ${kindWord(entity)}, ${knowledgeWords[state].word}`
  return `${what}. ${countsOf(out, 'out', state)}. ${countsOf(incoming, 'in', state)}.`
}

/** A relation for who hears it. */
export function relationWords(
  { nodes }: Graph,
  { relation, source, target, createdBy }: Relation,
): string {
  const titleOf = (id: typeof source) => isolated(nodes.get(id)?.title ?? id)
  const by = createdBy === undefined ? '' : ` Created by ${isolated(createdBy.name)}.`
  return `Relation ${isolated(relation)}, from ${titleOf(source)} to ${titleOf(target)}.${by}`
}

/** The name of something, and a few facts about it, each a line. */
export type Facts = { readonly name: string; readonly facts: readonly string[] }

/** A node for who looks at it. */
export function nodeFacts(graph: Graph, entity: Entity, state: KnowledgeState): Facts {
  const { out, in: incoming } = relationsAt(graph, entity.id)
  const { space, type } = entity
  const where = space === undefined || type === 'space' ? '' : ` in ${isolated(space.name)}`
  return {
    name: entity.title,
    facts: [
      `${kindWord(entity)}${where}, ${knowledgeWords[state].word}`,
      countsOf(out, 'out', state),
      countsOf(incoming, 'in', state),
    ],
  }
}

/** A relation for who looks at it. */
export function relationFacts(
  { nodes }: Graph,
  { relation, source, target, createdBy, origin }: Relation,
): Facts {
  const titleOf = (id: typeof source) => quoted(nodes.get(id)?.title ?? id)
  return {
    name: relation,
    facts: [
      `from ${titleOf(source)}`,
      `to ${titleOf(target)}`,
      ...(createdBy === undefined ? [] : [`created by ${isolated(createdBy.name)}`]),
      ...(origin === undefined ? [] : ['written in the page']),
    ],
  }
}
