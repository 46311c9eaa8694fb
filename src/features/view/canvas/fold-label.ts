import type { Fold } from '../fold'

/** What is written at what stands for many. */
export const foldLabel = (fold: Fold): string =>
  fold.kind === 'leaves'
    ? `${fold.nodes.length} × ${fold.relation}`
    : `${fold.edges.length} relations`
