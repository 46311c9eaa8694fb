import type { Graph } from '@shared/graph'
import type { GroupBy } from '@shared/insight'
import { groupInput, type GroupOf } from '@shared/picture'
import { runJob } from '../insights'

/** A crawl changes the graph many times a second; groups are worked out when it rests, ms. */
const rest = 400

/** Works out who belongs where, away from the page where the graph is large. */
export function createGroupFinder(onFound: (of: GroupOf) => void) {
  let worked: GroupBy | null = null
  let last: { graph: Graph; by: GroupBy | null } | null = null
  let giveUp = (): void => undefined
  return {
    /** Follows what is grouped and by what; the same again costs nothing. */
    follow: (graph: Graph, by: GroupBy | null): void => {
      if (last?.graph === graph && last.by === by) return
      const isOther = last !== null && last.by !== by
      last = { graph, by }
      giveUp()
      if (isOther) onFound(new Map())
      if (by === null) {
        worked = null
        return
      }
      let cancel = (): void => undefined
      const work = async () => {
        const run = runJob(() => ({ kind: 'groups', input: groupInput(graph), by }))
        cancel = run.cancel
        const outcome = await run.done
        if (outcome.kind === 'done' && outcome.result.kind === 'groups') {
          onFound(outcome.result.groups)
        }
      }
      // What a person has just chosen comes at once.
      const timer = setTimeout(() => void work(), worked === by ? rest : 0)
      worked = by
      giveUp = () => {
        clearTimeout(timer)
        cancel()
      }
    },
  }
}
