/** Work that may hang or bring a program down is done in a process of its own, and asked for here. */
export { type Child, childOf, type Fork, forkNode, type Reply } from './fork'
export { childScript } from './child-script'
