import { counted } from '@shared/text'
import { when } from '../details'

export type Ages = {
  readonly nodes: number
  readonly relations: number
  /** When the questions behind the graph were answered, ISO. */
  readonly answers: readonly string[]
  readonly acts: readonly string[]
  readonly savedAt: string | null
  readonly changedAt: string
}

/** How old each part of a workspace is, a sentence each. */
export function agesWords({ nodes, relations, answers, acts, ...saved }: Ages): string[] {
  const [oldest, newest] = ends(answers)
  const [first, last] = ends(acts)
  return [
    `Graph: ${counted(nodes, 'node')} and ${counted(relations, 'relation')}.`,
    oldest === undefined || newest === undefined
      ? 'Nothing was asked of Confluence yet.'
      : when(oldest) === when(newest)
        ? `Last updated ${when(newest)}.`
        : `Last updated between ${when(oldest)} and ${when(newest)}.`,
    first === undefined || last === undefined
      ? 'History: no changes yet.'
      : `History: ${counted(acts.length, 'change')}, the last one ${when(last)}.`,
    `Last written ${when(saved.savedAt ?? saved.changedAt)}.`,
  ]
}

/** ISO times in UTC sort as text. */
function ends(times: readonly string[]): [string?, string?] {
  let [first, last] = [times[0], times[0]]
  for (const time of times) {
    if (first === undefined || time < first) first = time
    if (last === undefined || time > last) last = time
  }
  return first === undefined || last === undefined ? [] : [first, last]
}
