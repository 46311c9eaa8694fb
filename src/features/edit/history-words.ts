import { agree } from '@shared/text'
import { type Entry, isThere, type Step } from '@shared/edit'
import { explain } from '@shared/failure'

const isFailed = ({ state }: Step): boolean => state === 'refused' || state === 'conflict'

/** How many steps of an act came to what. */
export function countsOf({ steps }: Entry) {
  const count = (is: (step: Step) => boolean) => steps.filter(is).length
  return {
    all: steps.length,
    done: count(({ state }) => state === 'confirmed'),
    same: count(({ state }) => state === 'not-needed'),
    conflict: count(({ state }) => state === 'conflict'),
    failed: count(({ state }) => state === 'refused'),
    unknown: count(({ state }) => state === 'unknown' || state === 'sent'),
    waiting: count(({ state }) => state === 'waiting'),
  }
}

/** What came of an act at the server: “70 of 120 done, 50 failed”, or one word for one step. */
export function resultOf(entry: Entry, running = false): string {
  if (entry.view !== null || entry.steps.length === 0) return 'on this screen'
  const { all, done, same, conflict, failed, unknown, waiting } = countsOf(entry)
  const parts = [
    [same, agree(all, 'was so already', 'were so already')],
    [failed, 'failed'],
    [conflict, 'in conflict'],
    [unknown, running ? 'being sent' : 'not known'],
    [waiting, running ? 'waiting' : 'not sent'],
  ] as const
  const rest = parts.filter(([count]) => count > 0)
  if (all === 1) return rest[0]?.[1] ?? 'done'
  const told = rest.map(([count, word]) => `${count} ${word}`)
  return [done === all ? `all ${all} done` : `${done} of ${all} done`, ...told].join(', ')
}

/** The title of an act, with what became of it where it was not done as its title says. */
export function headingOf(entry: Entry, running = false): string {
  if (entry.view !== null || entry.steps.every(isThere)) return entry.title
  if (running) return `Being sent: ${entry.title}`
  const { done, same, failed, conflict, unknown } = countsOf(entry)
  if (done + same > 0) return `Partly done: ${entry.title}`
  if (unknown > 0) return `Not known: ${entry.title}`
  return `${failed + conflict > 0 ? 'Failed' : 'Not sent'}: ${entry.title}`
}

/** Why the first step that failed did so, or null. */
export function whyOf({ steps }: Entry): string | null {
  const first = steps.find(isFailed) ?? steps.find((step) => !isThere(step))
  return first?.failure === undefined ? null : explain(first.failure).sentence
}
