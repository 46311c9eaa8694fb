import type { CrawlProgress } from '@shared/crawl'

/** Answered of all questions known so far; it may step back when a new level is found. */
export function shareDone({ answered, waiting, inFlight }: CrawlProgress): number {
  const all = answered + waiting + inFlight
  return all === 0 ? 0 : answered / all
}
