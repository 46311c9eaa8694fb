import type { Failure } from '../failure'
import type { EntityType, NodeId } from '../graph'
import type { QueryState } from './completeness'

/** A path that is looked for between two nodes, how long it may be, and at what price. */
export type PathRequest = {
  readonly from: NodeId
  readonly to: NodeId
  readonly relations: readonly string[]
  /** Relations are followed from source to target only. */
  readonly directed: boolean
  /** Types that the path may lead through; those of the two ends always may. */
  readonly types: readonly EntityType[]
  /** The most steps that a path may have. */
  readonly steps: number
  /** Calls that may be made. */
  readonly calls: number
}

/** How many questions on the path could not be answered in full, by how they ended. */
export type PathGaps = Readonly<Partial<Record<Exclude<QueryState, 'complete'>, number>>>

export type PathProgress = {
  /** PathChoice of this many steps are being looked for. */
  readonly step: number
  readonly calls: number
  readonly gaps: PathGaps
  /** Steps of a path that was met already, while others as short are looked for. */
  readonly met: number | null
}

type Facts = { readonly calls: number; readonly gaps: PathGaps }

export type PathAnswer = Facts &
  (
    | {
        readonly kind: 'found'
        readonly steps: number
        /** All paths that are as short are known. */
        readonly isWhole: boolean
      }
    /** Looked for as far as `steps`; `isExhausted`: all that either end leads to was seen. */
    | { readonly kind: 'none'; readonly steps: number; readonly isExhausted: boolean }
    /** Ended before: no path of up to `steps` steps, and longer ones are not known. */
    | { readonly kind: 'budget' | 'stopped'; readonly steps: number }
    | { readonly kind: 'failed'; readonly steps: number; readonly failure: Failure }
  )
