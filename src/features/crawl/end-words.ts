import type { CrawlSummary } from '@shared/crawl'
import { counted } from '@shared/text'

/** How a crawl ended, in one or two sentences. */
export function endWords(summary: CrawlSummary): string {
  const found = `${counted(summary.nodes, 'node', 'nodes')}, ${counted(summary.relations, 'relation', 'relations')}, ${counted(summary.calls, 'call', 'calls')}.`
  switch (summary.state) {
    case 'complete':
      return `Complete: ${found}`
    case 'stopped':
      return `Stopped; results so far are kept: ${found}`
    case 'failed':
      return `Broken off; results so far are kept: ${found}`
    case 'partial':
      return `${partWords(summary)}: ${found}`
  }
}

function partWords(summary: CrawlSummary): string {
  if (summary.reason === 'calls-budget') return 'Stopped at the limit of calls'
  if (summary.reason === 'nodes-budget') return 'Stopped at the limit of nodes'
  return 'Done, with gaps'
}
