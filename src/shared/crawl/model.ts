import type { Failure } from '../failure'
import type { Batch, Entity, NodeId, Relation } from '../graph'
import type { CancelSignal } from './cancel'
import type { QueryRecord } from './completeness'
import type { Hold } from './hold'
import type { FindQuery } from './request'
import type { Undescribed } from './undescribed'

/** One page of answers to a find. */
export type Found = {
  readonly relations: readonly Relation[]
  readonly entities: readonly Entity[]
  /** Results whose other end could not be told. */
  readonly unidentified: number
  /** Where the next page starts, or null after the last. */
  readonly next: number | null
  /** HTTP calls made for this answer, retries included. */
  readonly calls: number
}

/** What a look-up of titles came to. */
export type LookedUp = {
  readonly entities: readonly Entity[]
  readonly missing: readonly NodeId[]
  /** Look-ups that failed, each for itself. */
  readonly failed: readonly Undescribed[]
  /** Ids that the site spells in another way. */
  readonly spelt: readonly { readonly asked: NodeId; readonly own: NodeId }[]
  readonly calls: number
}

/** What a crawl needs from below. Paging order, rate limits and retries are the port's own. */
export type CrawlPort = {
  /** Rejects with a `FailureError`. */
  find(query: FindQuery, start: number, signal: CancelSignal): Promise<Found>
  /** At most 250 ids at a time. Rejects with a `FailureError` only where that concerns them all. */
  describe(ids: NodeId[], signal: CancelSignal): Promise<LookedUp>
}

export type FailedQuery = { readonly query: FindQuery; readonly failure: Failure }

export type CrawlProgress = {
  readonly state: 'running' | 'paused' | 'stopped' | 'done'
  /** The step outward that is being taken, from 1. */
  readonly depth: number
  readonly maxDepth: number
  /** Nodes and relations found by this crawl, starts included. */
  readonly nodes: number
  readonly relations: number
  /** HTTP calls made, retries included. */
  readonly calls: number
  /** Questions put and settled, not yet put, and put but not settled. */
  readonly answered: number
  readonly waiting: number
  readonly inFlight: number
  readonly failures: number
  readonly cut: number
  /** What a paused crawl waits for, where it was not a person who paused it. */
  readonly hold?: Hold
}

export type CrawlSummary = {
  /** `failed` where one failure concerned every further call, so that the crawl broke off. */
  readonly state: 'complete' | 'partial' | 'stopped' | 'failed'
  /** Why a crawl is partial; where several hold, the first in this order. */
  readonly reason?: 'calls-budget' | 'nodes-budget' | 'failures' | 'unidentified'
  readonly nodes: number
  readonly relations: number
  readonly calls: number
  readonly failures: readonly FailedQuery[]
  /** Questions that were not put or whose answer is known to lack something. */
  readonly cut: readonly FindQuery[]
  /** Results whose other end could not be told; they are in no count. */
  readonly unidentified: number
  /** Nodes that could not be looked up, or lack a part, with the reason. */
  readonly undescribed: readonly Undescribed[]
  /** Only with `failed`. */
  readonly failure?: Failure
}

export type CrawlEvent =
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Questions that are over, each told once. */
  | { readonly kind: 'settled'; readonly records: readonly QueryRecord[] }
  | { readonly kind: 'progress'; readonly progress: CrawlProgress }
  | { readonly kind: 'done'; readonly summary: CrawlSummary }
