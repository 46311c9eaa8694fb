import type { LayoutJob, LayoutResult } from '../layout'
import { byCytoscape } from './by-cytoscape'
import { forceLayout } from './force-layout'
import { gatherGroups } from './gather-groups'
import { roomForNames } from './room-for-names'

/** Up to so many nodes fcose is quick, and its pictures of small graphs are the tidiest. */
const smallGraph = 250

/** Works out a layout; a first look at a large one is told before the rest. */
export async function arrange(
  job: LayoutJob,
  onDraft: (draft: LayoutResult) => void,
): Promise<LayoutResult> {
  const gathered = (result: LayoutResult) =>
    job.layout === 'force' ? gatherGroups(job, result) : result
  const isLarge = job.layout === 'force' && job.ids.length > smallGraph
  if (!isLarge) return named(job, gathered(await byCytoscape(job)))
  return gathered(forceLayout(job, (draft) => onDraft(gathered(draft))))
}

/** With room for its names, where nothing else says where its nodes stand. */
function named({ layout, names, groups }: LayoutJob, result: LayoutResult): LayoutResult {
  const isFree = layout === 'force' && groups === undefined
  return isFree && names !== undefined ? { places: roomForNames(result.places, names) } : result
}
