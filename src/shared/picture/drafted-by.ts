import { type ChangeLine, stepsOf } from '../edit'
import type { EdgeId, Graph } from '../graph'
import type { Drafted } from './choices'

/** What the lines of a draft would make that is not there yet, and what they would delete. */
export function draftedBy(lines: readonly ChangeLine[], edges: Graph['edges']): Drafted {
  const edits = stepsOf(lines, (id) => edges.get(id as EdgeId)).map(({ edit }) => edit)
  return {
    ghosts: edits.flatMap(({ kind, relation }) =>
      kind === 'create' && !edges.has(relation.id) ? [relation] : [],
    ),
    leaving: new Set(
      edits.flatMap(({ kind, relation }) => (kind === 'delete' ? [relation.id] : [])),
    ),
  }
}
