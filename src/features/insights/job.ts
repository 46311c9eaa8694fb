import {
  communityOfEach,
  findInsights,
  importanceOf,
  type Group,
  type InsightInput,
  type InsightSection,
} from '@shared/insight'
import type { NodeId } from '@shared/graph'

/** What crosses between the page and the worker. */
export type InsightJob =
  | { readonly kind: 'insights'; readonly input: InsightInput }
  | { readonly kind: 'groups' | 'importance'; readonly input: InsightInput }

export type InsightResult =
  | { readonly kind: 'insights'; readonly sections: readonly InsightSection[] }
  | { readonly kind: 'groups'; readonly groups: ReadonlyMap<NodeId, Group> }
  | { readonly kind: 'importance'; readonly importance: ReadonlyMap<NodeId, number> }

export function doJob({ kind, input }: InsightJob): InsightResult {
  switch (kind) {
    case 'insights':
      return { kind, sections: findInsights(input) }
    case 'groups':
      return { kind, groups: communityOfEach(input) }
    case 'importance':
      return { kind, importance: importanceOf(input) }
  }
}
