/** The five operations against a mock that knows our OpenAPI file alone. Run by `run.mjs`. */
import { FailureError } from '@shared/failure'
import { basicAuthorization, createRemoteClient } from '../../electron/services/remote'

const source = { type: 'user', key: 'a:1' } as const
const target = { type: 'content', key: '123' } as const
const ends = { relation: 'explains', source, target }
const options = {
  sourceStatus: 'current',
  targetStatus: 'historical',
  sourceVersion: 1,
  targetVersion: 2,
}
const expand: ('relationData' | 'source' | 'target')[] = ['relationData', 'source', 'target']

/**
 * Calls every operation with every parameter. `validation` is a request that the mock found to be
 * outside the description; an answer that our own parsers cannot read counts against us too.
 */
export async function drive(origin: string): Promise<{ name: string; result: string }[]> {
  const client = createRemoteClient({
    apiBase: origin,
    siteOrigin: origin,
    authorization: basicAuthorization('me@example.com', 'token'),
    version: 'prism',
  })
  const operations: readonly [string, () => Promise<unknown>][] = [
    [
      'find targets',
      () =>
        client.targets({
          relation: 'explains',
          source,
          targetType: 'content',
          start: 0,
          limit: 25,
          expand,
          ...options,
        }),
    ],
    [
      'find sources',
      () =>
        client.sources({
          relation: 'explains',
          target,
          sourceType: 'user',
          start: 0,
          limit: 25,
          expand,
          ...options,
        }),
    ],
    ['get', () => client.get({ ...ends, ...options, expand })],
    ['create', () => client.create({ ...ends, ...options })],
    ['delete', () => client.delete({ ...ends, ...options })],
  ]
  const results = []
  for (const [name, work] of operations) {
    results.push({ name, result: await outcome(work()) })
  }
  await client.close()
  return results
}

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'passed'
  } catch (error) {
    return error instanceof FailureError ? JSON.stringify(error.failure) : 'not a failure'
  }
}
