import { FailureError } from '@shared/failure'
import {
  type CheckAnswer,
  judge,
  learn,
  type SiteReport,
  siteReportFormat,
} from '@shared/site-check'
import type { CallerOptions } from '../call'
import { createAsker } from './asker'
import { readAll, readPlanned } from './read-plan'
import { type Sandbox, writeOne, writePlanned } from './write-plan'

export type SiteCheck = {
  /** The id of a page to begin from; without one the page that changed last. */
  readonly start: string | null
  /** Two pages between which a relation may be created and deleted; null only reads. */
  readonly sandbox: Sandbox | null
  readonly version: string
  readonly signIn: SiteReport['signIn']
  /** Told before each call of so many that may be made. */
  readonly onCall: (calls: number, of: number) => void
}

/** Calls that a check makes at most. */
export const plannedCalls = (sandbox: Sandbox | null): number =>
  readPlanned + (sandbox === null ? 0 : writePlanned)

/**
 * Asks a site what it really answers. Where it is stopped, the report tells what came until then.
 * Throws `FailureError` where the sign-in does not hold, so that there is nothing to learn.
 */
export async function checkSite(
  options: CallerOptions,
  wanted: SiteCheck,
  signal?: AbortSignal,
): Promise<SiteReport> {
  const of = plannedCalls(wanted.sandbox)
  const asker = createAsker(options, signal, (calls) => wanted.onCall(calls, of))
  const cleaner = createAsker(options, undefined, () => undefined)
  let sandbox: Sandboxed = { wrote: false, cleanedUp: null }
  const complete = await unlessStopped(async () => {
    await readAll(asker, wanted.start)
    refuseStranger(asker.answers, options.siteOrigin)
    if (wanted.sandbox === null) return
    const write = writeOne(asker, cleaner, wanted.sandbox)
    sandbox = { wrote: true, cleanedUp: false }
    sandbox = { wrote: true, cleanedUp: await write }
  })
  // What cleaned up says itself whether it did.
  if (cleaner.answers.some(({ status }) => status === 204)) sandbox.cleanedUp = true
  const at = new Date().toISOString()
  const answers = [...asker.answers, ...cleaner.answers]
  return {
    format: siteReportFormat,
    version: wanted.version,
    at,
    signIn: wanted.signIn,
    ...sandbox,
    complete,
    calls: asker.calls() + cleaner.calls(),
    answers,
    limits: [...asker.limits].map(([header, values]) => ({ header, values: [...values] })),
    judged: judge(answers),
    learnt: learn(answers, at),
  }
}

type Sandboxed = Pick<SiteReport, 'wrote' | 'cleanedUp'>

/** Whether the work came to its end; false where it was stopped. */
async function unlessStopped(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'cancelled') return false
    throw error
  }
}

/** Without an account every answer is about that, and nothing else. */
function refuseStranger(answers: readonly CheckAnswer[], siteOrigin: string): void {
  const account = answers.find(({ id }) => id === 'account')
  if (account?.facts['named'] === true) return
  const site = new URL(siteOrigin).host
  if (account?.status === null || account?.status === undefined) {
    throw new FailureError({ kind: 'unreachable', host: site, code: 'NO_ANSWER' })
  }
  throw new FailureError(
    account.status === 200 ? { kind: 'anonymous', site } : { kind: 'bad-credentials', site },
  )
}
