import type { Entry } from '@shared/edit'

/** Changes of the filter that came one after the other, newest first; any other change is alone. */
export type Run = { readonly last: Entry; readonly before: readonly Entry[] }

/** `newest` first, as it is listed. */
export function runsOf(newest: readonly Entry[]): Run[] {
  const runs: { last: Entry; before: Entry[] }[] = []
  for (const entry of newest) {
    const open = runs.at(-1)
    if (open !== undefined && isOneRun(open.last, entry)) open.before.push(entry)
    else runs.push({ last: entry, before: [] })
  }
  return runs
}

const isOneRun = (one: Entry, other: Entry): boolean =>
  one.kind === 'filter' &&
  other.kind === 'filter' &&
  one.person === other.person &&
  one.page === other.page
