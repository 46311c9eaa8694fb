import { embeddingLayout, type LayoutJob, type LayoutResult } from '../layout'

/** A first look that is told before the rest is worked out. */
type OnDraft = (draft: LayoutResult) => void

/** The force layout for many nodes. The same graph in the same order gives the same picture. */
export function forceLayout(
  { ids, edges, weights, sections }: LayoutJob,
  onDraft: OnDraft,
): LayoutResult {
  const relations = {
    count: ids.length,
    edges,
    weights: weights ?? null,
    sections: sections ?? new Int32Array(ids.length).fill(-1),
  }
  return { places: embeddingLayout(relations, (places) => onDraft({ places })) }
}
