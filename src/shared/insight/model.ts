import type { EdgeId, KnowledgeState, NodeId } from '../graph'

/** What is looked for, in the order in which it is listed. */
export const insightKinds = [
  'hubs',
  'bridges',
  'joints',
  'orphans',
  'cycles',
  'one-way',
  'components',
  'communities',
] as const
export type InsightKind = (typeof insightKinds)[number]

/** A graph as plain columns, so that it goes to a worker at little cost. */
export type InsightInput = {
  readonly ids: readonly NodeId[]
  readonly titles: readonly string[]
  readonly states: readonly KnowledgeState[]
  readonly spaces: readonly { readonly key: string; readonly name: string }[]
  /** Index into `spaces` for each node, or -1. */
  readonly spaceOf: Int32Array<ArrayBuffer>
  readonly names: readonly string[]
  /** For each relation: indexes into `ids`, `ids` and `names`. */
  readonly sources: Uint32Array<ArrayBuffer>
  readonly targets: Uint32Array<ArrayBuffer>
  readonly nameOf: Uint32Array<ArrayBuffer>
  /** For each relation 1 where it is known whether the same one leads back, else 0. */
  readonly isBackKnown: Uint8Array<ArrayBuffer>
  /** For each relation 1 where it was read from a page: its id is another one then. */
  readonly isWritten: Uint8Array<ArrayBuffer>
}

/** One thing that is worth a look, with what to select. */
export type Insight = {
  readonly title: string
  /** What is known of this one beyond its title; may be empty. */
  readonly more: string
  readonly nodes: readonly NodeId[]
  readonly edges: readonly EdgeId[]
  /** What it is ranked by: the larger, the more it weighs. */
  readonly value: number
}

/** The first of one kind; `total` also counts those that are not listed. */
export type InsightSection = {
  readonly kind: InsightKind
  readonly total: number
  readonly insights: readonly Insight[]
}

/** `key` tells groups apart; `name` is for people. */
export type Group = { readonly key: string; readonly name: string }
