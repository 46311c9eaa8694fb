export { assertNever, Failure, FailureError } from './failure'
export { explain, type Explanation } from './explain'
