import type { Entry, Step } from '@shared/edit'
import type { Failure } from '@shared/failure'
import type { Entity, NodeId, Relation } from '@shared/graph'

/** The ends of a relation to be. */
export type Ends = { readonly source: NodeId; readonly target: NodeId }

/** An edit that is under way on the page: what is still to be chosen. */
export type Pending =
  | { kind: 'none' }
  /** The other end of each of these; `reverse`: it is the source. */
  | { kind: 'target'; ends: readonly NodeId[]; reverse: boolean }
  | {
      kind: 'name'
      pairs: readonly Ends[]
      at: { x: number; y: number } | null
      /** An end that is not drawn yet. */
      brought: Entity | null
    }
  | { kind: 'delete'; relations: readonly Relation[] }
  | { kind: 'retype'; relations: readonly Relation[] }
  | { kind: 'undo'; entry: Entry; redo: boolean }
  /** Several acts to take back at once, the last one first, and all that would be sent. */
  | { kind: 'undo-to'; id: string; entries: readonly Entry[]; steps: readonly Step[] }

export type EditState = {
  readonly pending: Pending
  /** Names used for new relations, last used first. */
  readonly recent: readonly string[]
  /** The journal, oldest first. */
  readonly entries: readonly Entry[]
  /** Acts that are being sent. */
  readonly running: ReadonlySet<string>
  /** Acts that another page is sending. */
  readonly elsewhere: ReadonlySet<string>
  /** Pages that have the workspace open, this one too. */
  readonly pages: ReadonlySet<string>
  /** Why nothing may be changed on this site with these credentials, or null. */
  readonly readOnly: Failure | null
}

/** How an act came out: the entry as it is now, and the first thing that went wrong. */
export type Outcome = { readonly entry: Entry | null; readonly failure: Failure | null }
