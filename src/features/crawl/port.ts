import type { CrawlPort } from '@shared/crawl'
import { FailureError } from '@shared/failure'
import { refOf } from '@shared/graph'
import { type Attempt, attempt, type Client } from '../../transport'

const orThrow = <T>(result: Attempt<T>): T => {
  if (result.ok) return result.value
  throw new FailureError(result.failure)
}

/** The crawl's questions, asked over the contract. */
export function crawlPort(client: Client, profile: string): CrawlPort {
  return {
    find: async ({ node, relation, direction, type }, start, signal) => {
      const near = refOf(node)
      const page = { profile, relation, start }
      const options = { signal: signal as AbortSignal }
      return orThrow(
        direction === 'out'
          ? await attempt(
              client.remote.targets({ ...page, source: near, targetType: type }, options),
            )
          : await attempt(
              client.remote.sources({ ...page, target: near, sourceType: type }, options),
            ),
      )
    },
    describe: async (ids, signal) => {
      const options = { signal: signal as AbortSignal }
      return orThrow(
        await attempt(client.remote.describe({ profile, refs: ids.map(refOf) }, options)),
      )
    },
  }
}
