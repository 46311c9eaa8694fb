import { describe, expect, it } from 'vitest'
import type { LineCheck } from '@shared/contract'
import type { ChangeLine } from '@shared/edit'
import { checkLines } from '../../../../../electron/services/edit'
import { clientFor, json, missing, serve } from '../remote/serve'

const line = (source: string, target: string, action: ChangeLine['action'] = 'create') =>
  ({ action, relation: 'needs', source: `content:${source}`, target: `content:${target}` }) as const

/** A site that knows page 1 and the relation from 1 to 3, and cannot say what 2 and 3 are. */
const site = () =>
  serve(({ url }, response) => {
    if (url.includes('/from/content/1/to/content/3')) json(response, { name: 'needs', _links: {} })
    else if (url.startsWith('/wiki/rest/api/relation/')) missing(response)
    else if (url.startsWith('/wiki/api/v2/pages')) {
      json(response, { results: [{ id: '1', title: 'One' }], _links: {} })
    } else if (url.startsWith('/wiki/api/v2/blogposts')) json(response, { results: [] })
    else if (url.includes('convert-ids')) {
      json(response, { results: { 2: false, 3: false, 4: null } })
    } else json(response, { results: [] })
  })

async function verdicts(lines: readonly ChangeLine[]): Promise<LineCheck[]> {
  const { origin } = await site()
  const checks: LineCheck[] = []
  for await (const check of checkLines(clientFor(origin), lines, 2)) checks.push(check)
  return checks
}

describe('checking lines', () => {
  it('does not call an end unknown that could not be looked up', async () => {
    const lines = [line('1', '2'), line('1', '3'), line('1', '4'), line('1', '2', 'delete')]
    expect(await verdicts(lines)).toMatchObject([
      { at: 0, verdict: 'failed', failure: { kind: 'unreadable-answer' } },
      // The relation is there, so its ends are.
      { at: 1, verdict: 'there-already' },
      { at: 2, verdict: 'unknown-end' },
      { at: 3, verdict: 'gone-already' },
    ])
  })
})
