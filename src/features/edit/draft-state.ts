import type { LineCheck } from '@shared/contract'
import {
  type BadLine,
  type ChangeLine,
  type Entry,
  historyOf,
  lineKey,
  ruleAgainst,
  type Doubt,
} from '@shared/edit'
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
  /** What came of the file that was read last. */
  readonly notes: ImportNotes | null
}

type ImportNotes = {
  readonly bad: readonly BadLine[]
  readonly sentences: readonly string[]
  /** The act of the import, and of names changed in it since; none where it brought nothing. */
  readonly acts: readonly string[]
  /** Names that it would make, and that are probably meant to be others. */
  readonly doubts: readonly Doubt[]
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
    case 'failed':
      return 'could not be checked'
    case 'new':
    case undefined:
      return null
  }
}

/** What an apply would send, and how many lines have to be checked before there can be one. */
export function toApply({
  lines,
  checks,
  leftOut,
}: Pick<DraftState, 'lines' | 'checks' | 'leftOut'>) {
  const wanted = lines.filter((line) => !leftOut.has(lineKey(line)))
  return {
    chosen: wanted.filter((line) => whyNotSent(checkOf(line, checks)) === null),
    unchecked: wanted.filter((line) => checkOf(line, checks) === undefined).length,
    failed: wanted.filter((line) => checkOf(line, checks)?.verdict === 'failed').length,
  }
}

/** The acts of an import while some of what it brought is still drafted: then it can be undone. */
export function undoableImport(
  { notes, lines }: Pick<DraftState, 'notes' | 'lines'>,
  entries: readonly Entry[],
): readonly string[] {
  const wanted = new Set(notes?.acts)
  const done = historyOf(entries).done.filter(({ id }) => wanted.has(id))
  const now = new Set(lines.map(lineKey))
  return done.flatMap(broughtBy).some((key) => now.has(key)) ? done.map(({ id }) => id) : []
}

function broughtBy({ view }: Entry): string[] {
  const before = new Set(view?.before.draft?.map(lineKey))
  return view?.after.draft?.map(lineKey).filter((key) => !before.has(key)) ?? []
}
