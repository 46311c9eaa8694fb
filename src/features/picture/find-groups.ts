import type { Grouping } from '@shared/edit'
import type { Graph } from '@shared/graph'
import { groupInput, type GroupOf, type Importance, placeGroups } from '@shared/picture'
import { runJob } from '../insights'
import type { Work } from './find-later'

/** Who belongs where; communities of a large graph are worked out away from the page. */
export function findGroups(graph: Graph, by: Grouping): Work<GroupOf> {
  if (by !== 'community')
    return { done: Promise.resolve(placeGroups(graph, by)), cancel: () => undefined }
  const { done, cancel } = runJob(() => ({ kind: 'groups', input: groupInput(graph) }))
  const found = done.then((outcome) =>
    outcome.kind === 'done' && outcome.result.kind === 'groups' ? outcome.result.groups : null,
  )
  return { done: found, cancel }
}

/** How important each node is. */
export function findImportance(graph: Graph): Work<Importance> {
  const { done, cancel } = runJob(() => ({ kind: 'importance', input: groupInput(graph) }))
  const found = done.then((outcome) =>
    outcome.kind === 'done' && outcome.result.kind === 'importance'
      ? outcome.result.importance
      : null,
  )
  return { done: found, cancel }
}
