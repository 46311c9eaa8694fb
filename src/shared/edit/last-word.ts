import { lineKey } from './change-set'
import { type Entry, historyOf } from './journal'

/** What an act is about: relations at the server, or lines of the draft. */
function subjectsOf({ steps, view }: Entry): Set<string> {
  const lines = [view?.before.draft ?? [], view?.after.draft ?? []].map(
    (draft) => new Set(draft.map(lineKey)),
  )
  const [before = new Set<string>(), after = new Set<string>()] = lines
  return new Set([
    ...steps.map(({ edit }) => edit.relation.id as string),
    ...[...before].filter((key) => !after.has(key)),
    ...[...after].filter((key) => !before.has(key)),
  ])
}

/** Whether a later act was about the same relation or line: then it has the last word on it. */
export function isSuperseded(entry: Entry, all: readonly Entry[]): boolean {
  const own = subjectsOf(entry)
  return all
    .slice(all.indexOf(entry) + 1)
    .some((later) => later.of !== entry.id && [...subjectsOf(later)].some((key) => own.has(key)))
}

/** Whether an act holds as it was done: neither undone nor applied, and nothing was done to it. */
export function holdsAsDone(id: string, all: readonly Entry[]): boolean {
  const entry = historyOf(all).done.find((one) => one.id === id)
  return entry !== undefined && !isSuperseded(entry, all)
}
