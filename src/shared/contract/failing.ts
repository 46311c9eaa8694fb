import { oc } from '@orpc/contract'
import type { z } from 'zod'
import { Failure } from '../failure'

/**
 * The schema by its name. Written out once for every method, the type of the contract would grow
 * past what the compiler can write down.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface FailureSchema extends z.ZodType<Failure, Failure> {}
const data: FailureSchema = Failure

/** Every method may fail in the one way the page understands: a typed `Failure`. */
export const failing = oc.errors({ FAILURE: { data } })
