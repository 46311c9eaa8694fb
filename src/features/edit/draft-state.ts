import type { LineCheck } from '@shared/contract'
import { type BadLine, type ChangeLine, lineKey, ruleAgainst } from '@shared/edit'
import type { Failure } from '@shared/failure'

export type Check = Omit<LineCheck, 'at'>

export type DraftState = {
  /** Changes are collected instead of sent. */
  readonly on: boolean
  readonly lines: readonly ChangeLine[]
  /** What lines would do at the server, by their key. */
  readonly checks: ReadonlyMap<string, Check>
  /** Lines that a person keeps out of the next apply. */
  readonly leftOut: ReadonlySet<string>
  readonly checking: boolean
  readonly failure: Failure | null
  /** What could not be taken from the file that was read last. */
  readonly notes: { readonly bad: readonly BadLine[]; readonly sentences: readonly string[] } | null
}

/** What is known of a line: a rule is known at once, the rest the server says. */
export function checkOf(line: ChangeLine, checks: ReadonlyMap<string, Check>): Check | undefined {
  const rule = ruleAgainst(line)
  return rule === null ? checks.get(lineKey(line)) : { verdict: 'refused', failure: rule }
}

/** Why a line would change nothing, or null where it may be sent. */
export function whyNotSent(check: Check | undefined): string | null {
  switch (check?.verdict) {
    case 'there-already':
      return 'there already'
    case 'gone-already':
      return 'gone already'
    case 'unknown-end':
      return 'an end is unknown'
    case 'refused':
      return 'refused by rule'
    case 'new':
    case 'failed':
    case undefined:
      return null
  }
}
