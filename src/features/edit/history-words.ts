import { type Entry, isThere, type Step } from '@shared/edit'
import { explain } from '@shared/failure'

/** What came of an act at the server, in words. */
export function resultOf({ steps, view }: Entry): string {
  if (view !== null || steps.length === 0) return 'on this screen'
  const count = (state: (step: Step) => boolean) => steps.filter(state).length
  const parts = [
    [count(({ state }) => state === 'confirmed'), 'confirmed'],
    [count(({ state }) => state === 'not-needed'), 'not needed'],
    [count(({ state }) => state === 'conflict'), 'in conflict'],
    [count(({ state }) => state === 'refused'), 'refused'],
    [count(({ state }) => state === 'unknown'), 'unknown'],
    [count(({ state }) => state === 'waiting' || state === 'sent'), 'waiting'],
  ] as const
  const told = parts.filter(([n]) => n > 0)
  return steps.length === 1
    ? told.map(([, word]) => word).join('')
    : told.map(([n, word]) => `${n} ${word}`).join(', ')
}

/** Why the first step that failed did so, or null. */
export function whyOf({ steps }: Entry): string | null {
  const failure = steps.find((step) => !isThere(step) && step.failure !== undefined)?.failure
  return failure === undefined ? null : explain(failure).sentence
}
