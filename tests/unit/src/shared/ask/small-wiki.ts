import fc from 'fast-check'
import { type Answer, ask, type Question, toAskInput } from '@shared/ask'
import {
  emptyGraph,
  type Entity,
  type Graph,
  merge,
  type NodeId,
  relationOf,
  type Unresolved,
  writtenRelation,
} from '@shared/graph'

export type Tie = readonly [from: number, name: string, to: number]
type Facts = Readonly<Record<number, Partial<Entity>>>

export const idOf = (n: number): NodeId => `content:${n}`

/** Pages `Page n` of the space DOC, and what stands in them; page 1 is the homepage. */
export function wikiOf(
  ties: readonly Tie[],
  facts: Facts = {},
  alone: readonly number[] = [],
): Graph {
  const named = new Set([
    ...ties.flatMap(([from, , to]) => [from, to]),
    ...Object.keys(facts).map(Number),
    ...alone,
  ])
  const pages = [...named].map((n): Entity => ({
    ...{ id: idOf(n), type: 'content', key: String(n), title: `Page ${n}`, status: 'current' },
    ...{ subtype: 'page', space: { key: 'DOC', name: 'Documents' } },
    ...facts[n],
  }))
  const space: Entity = {
    ...{ id: 'space:DOC', type: 'space', key: 'DOC', title: 'Documents', status: 'current' },
    homepage: idOf(1),
  }
  return merge(emptyGraph, {
    entities: [space, ...pages],
    relations: ties.map(([from, name, to]) => writtenRelation(name, idOf(from), idOf(to))),
  }).graph
}

/** The same names, but as relations that people made. */
export const madeBy = (ties: readonly Tie[]): Graph =>
  merge(wikiOf([]), {
    entities: [],
    relations: ties.map(([from, name, to]) => relationOf(name, idOf(from), idOf(to))),
  }).graph

export const answerTo = (
  graph: Graph,
  question: Question,
  unresolved: readonly Unresolved[] | null = [],
): Answer => ask(toAskInput(graph, unresolved), question)

/** Ids of what each group lists, by its kind. */
export const listedIn = ({ groups }: Answer): Record<string, (NodeId | null)[]> =>
  Object.fromEntries(groups.map(({ kind, rows }) => [kind, rows.map(({ node }) => node)]))

export const whyIn = ({ groups }: Answer, kind: string): string[] =>
  groups.find((one) => one.kind === kind)?.rows.map(({ why }) => why) ?? []

const names = ['link', 'includes', 'lists-children-of', 'child-of'] as const

/** Wikis of a few pages, in which each page has at most one parent. */
export const anyTies = (size = 9): fc.Arbitrary<Tie[]> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: size }),
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: size }),
      ),
      { maxLength: 30 },
    )
    .map((ties) => {
      const parents = new Set<number>()
      return ties.filter(([from, name]) => {
        if (name !== 'child-of') return true
        if (parents.has(from)) return false
        parents.add(from)
        return true
      })
    })
