/** A site behind something that changes its answers, for tests of every level. */
export { realAnswers, type RealName } from './real-answers'
export { type Proxy, startProxy } from './start-proxy'
export { allRefused, calls, isRelation } from './rules'
