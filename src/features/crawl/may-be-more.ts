import { lacking } from '@shared/crawl'
import type { CrawlState } from './store'

/** Asked at each change of anything; the states of thousands of nodes are looked through once. */
const known = new WeakMap<CrawlState['states'], boolean>()

/** Whether any node may have more relations than are known. */
export function mayBeMore({ states }: Pick<CrawlState, 'states'>): boolean {
  let is = known.get(states)
  if (is === undefined) {
    is = isAnyLacking(states)
    known.set(states, is)
  }
  return is
}

function isAnyLacking(states: CrawlState['states']): boolean {
  for (const state of states.values()) if (lacking.has(state)) return true
  return false
}
