/** Files that a person takes along: what they are called. */
export { fileName } from './download'
