import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ChangeLine, Entry, Step } from '../edit'
import { Failure } from '../failure'
import { SavedBy, WorkspaceId } from '../workspace'
import { failing } from './failing'

const onWorkspace = z.object({ profile: z.string(), workspace: WorkspaceId })
const byPage = onWorkspace.extend({ page: SavedBy.shape.page.optional() })

/** One step of a running act, as it changes. */
export const StepEvent = z.object({
  at: z.number().int(),
  step: Step,
  /** HTTP calls made since the event before. */
  calls: z.number().int(),
  /** Of the workspace, with the step in it. */
  version: z.int(),
})
export type StepEvent = z.infer<typeof StepEvent>

/** What a line of a change set would do at the server now. */
const Verdict = z.enum(['new', 'there-already', 'gone-already', 'unknown-end', 'refused', 'failed'])

export const LineCheck = z.object({
  at: z.number().int(),
  verdict: Verdict,
  failure: Failure.optional(),
})
export type LineCheck = z.infer<typeof LineCheck>

/** Every change at the server goes through the journal: written down, sent, written down again. */
export const editContract = {
  /** Writes an act down; nothing is sent yet. */
  begin: failing.input(byPage.extend({ entry: Entry })).output(z.null()),
  /** Sends the steps of an act that wait; those that were refused too where `retry` is set. */
  run: failing
    .input(byPage.extend({ entry: z.string(), retry: z.boolean(), force: z.boolean() }))
    .output(eventIterator(StepEvent)),
  /** Stops a run: what was not sent stays unsent, and `run` tells what is on its way. */
  stop: failing.input(onWorkspace.extend({ entry: z.string() })).output(z.null()),
  /** Reads the server back where nobody knows whether a change arrived: all, an act, one step. */
  resolve: failing
    .input(
      onWorkspace.extend({ entry: z.string().optional(), at: z.number().int().min(0).optional() }),
    )
    .output(
      z.array(z.object({ entry: z.string(), at: z.number().int(), step: Step, version: z.int() })),
    ),
  /** What lines would do, each answered as it is known. Nothing is changed. */
  check: failing
    .input(z.object({ profile: z.string(), lines: z.array(ChangeLine).max(100_000) }))
    .output(eventIterator(LineCheck)),
}
