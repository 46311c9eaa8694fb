import type { Fold } from './fold'

/** What is written at what stands for many. */
export function foldLabel(fold: Fold): string {
  switch (fold.kind) {
    case 'group':
      return `${fold.name}: ${fold.nodes.length.toLocaleString('en')}`
    case 'leaves':
      return `${fold.nodes.length.toLocaleString('en')} × ${fold.relation}`
    case 'relations':
      return `${fold.edges.length.toLocaleString('en')} relations`
  }
}
