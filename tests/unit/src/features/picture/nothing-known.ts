import { createStore } from 'zustand/vanilla'
import type { KnowledgeState, NodeId } from '@shared/graph'

/** A crawl that has asked nothing. */
export const nothingKnown = {
  store: createStore(() => ({
    states: new Map<NodeId, KnowledgeState>(),
    expanding: new Set<NodeId>(),
  })),
}
