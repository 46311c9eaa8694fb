import { createStore } from 'zustand/vanilla'
import type { Failure } from '@shared/failure'
import { compareGraphs, describeGroups, type GraphDiff, type GraphFile } from '@shared/graph'
import { counted } from '@shared/text'
import type { Attempt } from '../../transport'
import type { Difference, View } from '../view'
import { differenceOf } from './difference'

/** One side of a comparison. A snapshot is read when it is compared; the graph of now is made then. */
export type Side = {
  readonly name: string
  readonly read: () => Promise<Attempt<GraphFile>>
}

export type Compared = {
  /** What the two are called. */
  readonly names: readonly [before: string, after: string]
  readonly before: GraphFile
  readonly after: GraphFile
  readonly diff: GraphDiff
}

/** What came of a comparison, in one sentence: `12 differences between “A” and now: added 9, gone 3.` */
export function comparedWords({ names, diff }: Pick<Compared, 'names' | 'diff'>): string {
  const between = `between ${names[0]} and ${names[1]}`
  if (diff.isSame) return `Nothing differs ${between}.`
  const groups = describeGroups(diff, (id) => id)
  const all = groups.reduce((sum, { sentences }) => sum + sentences.length, 0)
  const parts = groups.map(({ title, sentences }) => `${title.toLowerCase()} ${sentences.length}`)
  return `${counted(all, 'difference')} ${between}: ${parts.join(', ')}.`
}

/** What is marked on the graph, and how. */
export function markWords({ added, changed, goneNodes, goneEdges }: Difference): string {
  const gone = goneNodes.length + goneEdges.length
  return `${added.size} new (glowing), ${gone} gone or not seen again (dotted), ${changed.size} other (shaded)`
}

/** The comparison that was made last: it outlives the dialog, so that its list can be read again. */
export function createComparison(view: View) {
  const store = createStore<{ readonly compared: Compared | null }>(() => ({ compared: null }))
  const put = (compared: Compared | null) => store.setState({ compared })
  return {
    store,
    /** Compares two graphs; the failure where one of them could not be read. */
    compare: async (first: Side, second: Side): Promise<Failure | null> => {
      const [before, after] = [await first.read(), await second.read()]
      if (!before.ok) return before.failure
      if (!after.ok) return after.failure
      // What is marked on the graph is what the list says, never that of a comparison before.
      view.setCompared(null)
      put({
        names: [first.name, second.name],
        before: before.value,
        after: after.value,
        diff: compareGraphs(before.value, after.value),
      })
      return null
    },
    /** Marks the differences on the graph. */
    show: () => {
      const { compared } = store.getState()
      if (compared !== null) view.setCompared(differenceOf(compared.diff))
    },
    end: () => {
      view.setCompared(null)
      put(null)
    },
  }
}
export type Comparison = ReturnType<typeof createComparison>
