import { oc } from '@orpc/contract'
import { Failure } from '../failure'

/** Every method may fail in the one way the page understands: a typed `Failure`. */
export const failing = oc.errors({ FAILURE: { data: Failure } })
