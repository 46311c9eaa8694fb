import { describe, expect, it } from 'vitest'
import { knowledgeOf, nothingAsked, type QueryRecord } from '@shared/crawl'
import { unknownEntity } from '@shared/graph'
import { goOnFrom } from '../../../../../src/features/crawl/go-on'
import { firstFollow } from '../../../../../src/features/crawl/form'
import { countStates, noted } from '../../../../../src/features/crawl/node-states'

const recordOf = (node: 'content:1' | 'content:2', part: Partial<QueryRecord>): QueryRecord => ({
  query: { node, relation: 'link', direction: 'out', type: 'content' },
  state: 'complete',
  at: new Date().toISOString(),
  found: 2,
  from: 0,
  before: 0,
  left: 0,
  ...part,
})

describe('what is known of the drawn nodes', () => {
  it('follows the records, and counts every node once', () => {
    const known = noted({ completeness: nothingAsked, states: new Map() }, [
      recordOf('content:1', {}),
      recordOf('content:2', { state: 'cut', why: 'calls-budget' }),
    ])
    const nodes = (['content:1', 'content:2', 'content:3'] as const).map(unknownEntity)
    expect(countStates(nodes, known.states)).toEqual(
      new Map([
        ['complete', 1],
        ['cut', 1],
        ['not-asked', 1],
      ]),
    )
    const later = noted(known, [recordOf('content:2', {})])
    expect(later.states.get('content:2')).toBe('complete')
  })

  it('is that it is gone where Confluence does not know it', () => {
    const missing = { ...unknownEntity('content:9'), status: 'missing' }
    expect(knowledgeOf(missing, new Map([['content:9', 'complete']]))).toBe('gone')
  })
})

describe('going on', () => {
  it('asks each open question from its own page and as far as its crawl would have gone', () => {
    const request = goOnFrom(
      [
        recordOf('content:1', { state: 'cut', from: 50, before: 50, left: 2 }),
        recordOf('content:2', { state: 'failed', left: 0 }),
      ],
      { ...firstFollow, relations: [] },
    )
    expect(request).toMatchObject({
      starts: ['content:1', 'content:2'],
      relations: ['link'],
      depth: 3,
      seeds: [
        { from: 50, before: 50, left: 2 },
        { from: 0, left: 0 },
      ],
    })
  })
})
