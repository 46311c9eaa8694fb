import { z } from 'zod'
import { Failure } from '../failure'
import { Edit } from './edit'

/**
 * How one change came out. `not-needed`: the server was so already. `conflict`: somebody else was
 * there before. `unknown`: it was sent, and nobody knows whether it arrived.
 */
export const StepState = z.enum([
  'waiting',
  'sent',
  'confirmed',
  'not-needed',
  'conflict',
  'refused',
  'unknown',
])
export type StepState = z.infer<typeof StepState>

/** One change on its way to the server, with what became of it. */
export const Step = z.object({
  edit: Edit,
  state: StepState,
  /** Place of the step that must have gone well before this one may be sent. */
  after: z.number().int().min(0).optional(),
  failure: Failure.optional(),
})
export type Step = z.infer<typeof Step>

export const waiting = (edit: Edit, after?: number): Step =>
  after === undefined ? { edit, state: 'waiting' } : { edit, state: 'waiting', after }

/** The server is now as the step wants it. */
export const isThere = ({ state }: Step): boolean => state === 'confirmed' || state === 'not-needed'
