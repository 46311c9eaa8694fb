import { draftPart, refinePart } from './force/arrange-part'
import { netOf } from './force/net'
import { pack } from './force/pack'
import { partsOf } from './force/parts'
import type { LayoutJob, LayoutResult } from './layout'

/** A first look that is told before the rest is worked out. */
type OnDraft = (draft: LayoutResult) => void

/**
 * A force layout for many nodes, part by part: springs and Barnes-Hut on flat arrays, from a small
 * likeness of the graph up. The same graph in the same order gives the same picture.
 */
export function forceLayout({ ids, edges }: LayoutJob, onDraft: OnDraft): LayoutResult {
  const parts = partsOf(netOf(new Float64Array(ids.length).fill(1), edges))
  const places = parts.map(({ net }) => draftPart(net))
  const result = (): LayoutResult => {
    const whole = new Float64Array(ids.length * 2)
    const moves = pack(places)
    for (const [at, { nodes }] of parts.entries()) {
      const { x, y } = moves[at] ?? { x: 0, y: 0 }
      for (const [index, node] of nodes.entries()) {
        whole[node * 2] = (places[at]?.[index * 2] ?? 0) + x
        whole[node * 2 + 1] = (places[at]?.[index * 2 + 1] ?? 0) + y
      }
    }
    return { places: whole }
  }
  onDraft(result())
  for (const [at, { net }] of parts.entries()) {
    const own = places[at]
    if (own !== undefined) refinePart(net, own)
  }
  return result()
}
