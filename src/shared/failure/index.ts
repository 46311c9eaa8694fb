export { assertNever, Failure, FailureError } from './failure'
export { explain } from './explain'
