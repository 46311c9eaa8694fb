import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnowledgeState } from '@shared/graph'
import type { QueryRecord } from '@shared/crawl'
import {
  type Completeness,
  isAtLeast,
  isMendable,
  nodeState,
  note,
  nothingAsked,
  QueryState,
} from '@shared/crawl'
// Only the crawl itself turns failures into states.
import { stateOfFailure } from '../../../../../src/shared/crawl/completeness'

const now = Date.parse('2026-11-24T12:00:00Z')
const recordOf = (part: Partial<QueryRecord> & { relation?: string } = {}): QueryRecord => ({
  query: {
    node: 'content:1',
    relation: part.relation ?? 'depends-on',
    direction: part.query?.direction ?? 'out',
    type: 'content',
  },
  state: part.state ?? 'complete',
  at: part.at ?? '2026-11-24T11:00:00.000Z',
  found: 0,
  from: 0,
  before: 0,
  left: 0,
  ...(part.why === undefined ? {} : { why: part.why }),
})
const knowing = (...records: QueryRecord[]): Completeness => note(nothingAsked, records)

describe('the state of a node', () => {
  it('is not asked before any question', () => {
    expect(nodeState(nothingAsked, 'content:1', now)).toBe('not-asked')
  })

  it.each<[KnowledgeState, QueryState[]]>([
    ['complete', ['complete', 'complete']],
    ['not-supported', ['complete', 'not-supported']],
    ['cut', ['complete', 'not-supported', 'cut']],
    ['failed', ['cut', 'failed']],
    ['forbidden', ['failed', 'forbidden', 'complete']],
    ['gone', ['forbidden', 'gone']],
  ])('is %s where its questions ended %j', (state, ended) => {
    const records = ended.map((one, at) => recordOf({ state: one, relation: `name-${at}` }))
    expect(nodeState(knowing(...records), 'content:1', now)).toBe(state)
    expect(nodeState(knowing(...records.reverse()), 'content:1', now)).toBe(state)
  })

  it('is stale when a complete answer is older than a day', () => {
    const old = recordOf({ at: '2026-11-23T11:59:59.000Z' })
    expect(nodeState(knowing(old), 'content:1', now)).toBe('stale')
    expect(nodeState(knowing(recordOf()), 'content:1', now)).toBe('complete')
  })
})

describe('noting records', () => {
  it('keeps the last of each question and changes nothing that was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...QueryState.options))),
        (ended) => {
          const before = knowing(recordOf({ relation: 'a', state: 'failed' }))
          const records = ended.map(([relation, state]) => recordOf({ relation, state }))
          const after = note(before, records)
          const last = new Map<string, string>([['a', 'failed']])
          for (const [relation, state] of ended) {
            // What was answered wholly is not spoilt by one that failed.
            const isSpoiling = state === 'failed' && last.get(relation) === 'complete'
            if (!isSpoiling) last.set(relation, state)
          }
          const kept = [...(after.get('content:1')?.values() ?? [])]
          expect(new Map(kept.map(({ query, state }) => [query.relation, state]))).toEqual(last)
          expect(before.get('content:1')?.size).toBe(1)
        },
      ),
    )
  })
})

describe('a count of relations', () => {
  it('may be too low where nothing was asked, or an answer lacks something', () => {
    expect(isAtLeast(nothingAsked, 'content:1', 'out')).toBe(true)
    expect(isAtLeast(knowing(recordOf({ state: 'cut' })), 'content:1', 'out')).toBe(true)
    expect(isAtLeast(knowing(recordOf({ state: 'forbidden' })), 'content:1', 'out')).toBe(true)
    expect(isAtLeast(knowing(recordOf()), 'content:1', 'in')).toBe(true)
  })

  it('is the whole where every question that way is complete', () => {
    expect(isAtLeast(knowing(recordOf()), 'content:1', 'out')).toBe(false)
  })
})

describe('a question that asking again may mend', () => {
  it('has failed or was cut by a limit, and not by what the server keeps to itself', () => {
    const mendable = (state: QueryState, why?: QueryRecord['why']) =>
      isMendable(recordOf({ state, ...(why === undefined ? {} : { why }) }))
    expect(mendable('failed')).toBe(true)
    expect(mendable('cut', 'calls-budget')).toBe(true)
    expect(mendable('cut', 'unidentified')).toBe(false)
    expect(mendable('forbidden')).toBe(false)
    expect(mendable('complete')).toBe(false)
  })
})

describe('a failed question', () => {
  it('is in the state that its failure stands for', () => {
    expect(stateOfFailure({ kind: 'forbidden', what: 'x' })).toBe('forbidden')
    expect(stateOfFailure({ kind: 'missing-scope', doing: 'x', scopes: ['y'] })).toBe('forbidden')
    expect(stateOfFailure({ kind: 'not-found', what: 'x' })).toBe('gone')
    expect(stateOfFailure({ kind: 'not-supported', what: 'x' })).toBe('not-supported')
    expect(stateOfFailure({ kind: 'offline', host: 'x' })).toBe('failed')
  })
})
