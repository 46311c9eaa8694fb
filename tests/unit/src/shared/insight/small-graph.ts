import {
  emptyGraph,
  type Graph,
  type KnowledgeState,
  merge,
  type NodeId,
  relationOf,
  unknownEntity,
} from '@shared/graph'
import { findInsights, type InsightInput, type InsightKind, toInsightInput } from '@shared/insight'

export type Pair = readonly [from: number, to: number, name?: string]

export const idOf = (n: number): NodeId => `content:${n}`

/** Nodes by number; those without a relation are named apart. */
export const graphOf = (pairs: readonly Pair[], alone: readonly number[] = []): Graph =>
  merge(emptyGraph, {
    entities: [...new Set([...pairs.flatMap(([from, to]) => [from, to]), ...alone])].map((n) => ({
      ...unknownEntity(idOf(n)),
      title: `Page ${n}`,
    })),
    relations: pairs.map(([from, to, name = 'link']) => relationOf(name, idOf(from), idOf(to))),
  }).graph

export const inputOf = (
  graph: Graph,
  {
    state = 'complete',
    isBackKnown = true,
  }: { state?: KnowledgeState; isBackKnown?: boolean } = {},
): InsightInput => toInsightInput(graph, { stateOf: () => state, isBackKnown: () => isBackKnown })

export function sectionOf(input: InsightInput, kind: InsightKind) {
  const section = findInsights(input).find((one) => one.kind === kind)
  if (section === undefined) throw new Error(`No section ${kind}`)
  return section
}

export const titlesOf = (input: InsightInput, kind: InsightKind): string[] =>
  sectionOf(input, kind).insights.map(({ title }) => title)
