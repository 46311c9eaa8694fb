import type { Failure } from '../failure'
import type { Frontier } from './frontier'
import type { CrawlSummary } from './model'

/** Why a crawl ends: nothing is left, the budget of calls is used up, or it was broken off. */
export type Ending =
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'calls-budget' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Sums a closed frontier up. */
export function summarise(
  frontier: Frontier,
  ending: Ending,
  { calls, undescribed }: Pick<CrawlSummary, 'calls' | 'undescribed'>,
): CrawlSummary {
  const { nodes, relations } = frontier.counts()
  const facts = {
    nodes,
    relations,
    calls,
    failures: [...frontier.failures],
    cut: [...frontier.cut],
    unidentified: frontier.unidentified(),
    undescribed: [...undescribed],
  }
  switch (ending.kind) {
    case 'failed':
      return { state: 'failed', failure: ending.failure, ...facts }
    case 'stopped':
      return { state: 'stopped', ...facts }
    case 'calls-budget':
      return { state: 'partial', reason: 'calls-budget', ...facts }
    case 'exhausted': {
      const reason = gapOf(frontier, facts)
      return reason === null
        ? { state: 'complete', ...facts }
        : { state: 'partial', reason, ...facts }
    }
  }
}

function gapOf(
  frontier: Frontier,
  { failures, cut, undescribed }: Pick<CrawlSummary, 'failures' | 'cut' | 'undescribed'>,
) {
  if (frontier.hasDroppedNodes()) return 'nodes-budget'
  // Without its space or creator a node is there all the same.
  const untitled = undescribed.some(({ part }) => part === 'title')
  if (failures.length > 0 || untitled) return 'failures'
  return cut.length > 0 ? 'unidentified' : null
}
