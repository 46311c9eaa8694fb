import type { EdgeId, Entity, NodeId, Unresolved } from '../graph'

/** What people ask of their wiki, in the order in which it is offered. */
export const askKinds = ['change', 'nowhere', 'unreached', 'stale', 'shape'] as const
export type AskKind = (typeof askKinds)[number]

/** Relations that the questions are about; any other name is somebody's own and means what they say. */
export const readRelations = [
  'link',
  'includes',
  'lists-children-of',
  'uses-file-of',
  'child-of',
] as const
export type ReadRelation = (typeof readRelations)[number]

/** The graph as columns, so that it goes to a worker at little cost. */
export type AskInput = {
  readonly nodes: readonly AskNode[]
  /** For each relation that counts: indexes into `nodes`, `nodes` and `readRelations`. */
  readonly sources: Uint32Array<ArrayBuffer>
  readonly targets: Uint32Array<ArrayBuffer>
  readonly nameOf: Uint8Array<ArrayBuffer>
  /** 1 where it was read from a page. */
  readonly isRead: Uint8Array<ArrayBuffer>
  /** What pages name and nobody saw; null where that is not known. */
  readonly unresolved: readonly Unresolved[] | null
}

export type AskNode = Pick<
  Entity,
  | 'id'
  | 'type'
  | 'title'
  | 'status'
  | 'subtype'
  | 'url'
  | 'createdAt'
  | 'createdBy'
  | 'changedAt'
  | 'owner'
  | 'homepage'
> & {
  /** Key of its space, where it is known. */
  readonly space: string | null
}

/** What somebody means to do to a page. */
export const changes = ['rename', 'move', 'delete'] as const
export type Change = (typeof changes)[number]

export type Question =
  | {
      readonly kind: 'change'
      readonly page: NodeId
      /** Without it, what each of them does is told beside the others. */
      readonly by?: Change
    }
  | { readonly kind: 'nowhere' | 'unreached' | 'shape' }
  | {
      readonly kind: 'stale'
      /** ISO 8601. */
      readonly now: string
      /** What was not changed for so many days counts as old. */
      readonly days: number
    }

/** One thing of an answer, with what to select on the graph. */
export type AnswerRow = {
  /** What the row is about; null where it is about several or about what is not there. */
  readonly node: NodeId | null
  readonly title: string
  /** Key of the space that it is in. */
  readonly space: string | null
  readonly url: string | null
  /** Why it is listed; may be empty. */
  readonly why: string
  readonly nodes: readonly NodeId[]
  readonly edges: readonly EdgeId[]
}

export type AnswerGroup = {
  readonly kind: string
  readonly title: string
  /** What it means that something is listed here, in sentences. */
  readonly meaning: string
  /** False where it is told beside the answer, such as what could not be looked up. */
  readonly isFinding: boolean
  readonly rows: readonly AnswerRow[]
  /** With those that are not listed. */
  readonly total: number
}

/** What an answer does not cover, and what to do about it. */
export type AnswerNote = { readonly sentence: string; readonly next: string }

export type Answer = {
  readonly kind: AskKind
  /** The page that it is about; null where it is about all. */
  readonly page: NodeId | null
  /** What is meant to be done to that page; null where that was left open. */
  readonly by: Change | null
  /** Keys of the spaces whose pages were read. */
  readonly spaces: readonly string[]
  readonly notes: readonly AnswerNote[]
  readonly groups: readonly AnswerGroup[]
  /** Rows of the groups that are findings. */
  readonly found: number
  /** False where what is known here does not do for an answer. */
  readonly isAnswered: boolean
}
