import {
  findInsights,
  type Group,
  type GroupBy,
  groupsOf,
  type InsightInput,
  type InsightSection,
} from '@shared/insight'
import type { NodeId } from '@shared/graph'

/** What crosses between the page and the worker. */
export type InsightJob =
  | { readonly kind: 'insights'; readonly input: InsightInput }
  | { readonly kind: 'groups'; readonly input: InsightInput; readonly by: GroupBy }

export type InsightResult =
  | { readonly kind: 'insights'; readonly sections: readonly InsightSection[] }
  | { readonly kind: 'groups'; readonly groups: ReadonlyMap<NodeId, Group> }

export const doJob = (job: InsightJob): InsightResult =>
  job.kind === 'insights'
    ? { kind: 'insights', sections: findInsights(job.input) }
    : { kind: 'groups', groups: groupsOf(job.input, job.by) }
