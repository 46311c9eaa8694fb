/** How one node or relation is told in words. */
export { when } from './when'
