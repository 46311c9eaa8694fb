export { assertNever, Failure, FailureError } from './failure'
export { explain } from './explain'
export { readWhatCan } from './read-what-can'
export { inOneLine } from './in-one-line'
