import { describe, expect, it } from 'vitest'
import { type Failure, FailureError } from '@shared/failure'
import type { MapPort } from '../../../../../electron/services/map/model'
import { createPageSize } from '../../../../../electron/services/map/page-size'
import { walkSpace } from '../../../../../electron/services/map/walk-space'

type Answer = Awaited<ReturnType<MapPort['list']>>

const answer = (cursor: string | null, rows: Answer['rows'] = () => noRows): Answer => ({
  ...{ cursor, unusable: 0, ms: 5_000, calls: 1 },
  rows,
})
const noRows = Promise.resolve({ rows: [], calls: 0 })

/** Walks a list that answers as a test says, and notes what happened in which order. */
function walked(list: (cursor: string | null, limit: number) => Answer, most = 100) {
  const seen: string[] = []
  let calls = 0
  const end = walkSpace(
    {
      list: ({ cursor, limit }) => {
        seen.push(`ask ${cursor} ${limit}`)
        return Promise.resolve().then(() => list(cursor, limit))
      },
    },
    {
      ...{ kind: 'page', space: { id: '1', key: 'K', name: 'K' }, reading: null, from: null },
      size: createPageSize(),
    },
    {
      onCalls: (made) => (calls += made),
      onRows: (_, __, { cursor, ended }) => seen.push(`rows up to ${ended ? 'the end' : cursor}`),
      mayCall: () => calls < most,
    },
    new AbortController().signal,
  )
  return { seen, end, calls: () => calls }
}

const tooLarge: Failure = { kind: 'too-large', site: 'x', limit: 'much' }

describe('the list of a space', () => {
  it('asks for the next rows while some are read, and takes them in order', async () => {
    let read: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (read = resolve))
    const { seen, end } = walked((cursor) =>
      cursor === null ? answer('2', () => slow.then(() => noRows)) : answer(null),
    )
    await expect.poll(() => seen).toEqual(['ask null 100', 'ask 2 100'])
    read()
    expect(await end).toEqual({ kind: 'end' })
    expect(seen.slice(2)).toEqual(['rows up to 2', 'rows up to the end'])
  })

  it('asks again for fewer where rows cannot be read, then for what lies behind them', async () => {
    let failed = 0
    const { seen, end, calls } = walked((cursor, limit) => {
      const fails = cursor === null && limit > 50
      return answer(cursor === null ? '2' : null, () => {
        if (fails) failed += 1
        return fails ? Promise.reject(new FailureError(tooLarge)) : noRows
      })
    })
    expect(await end).toEqual({ kind: 'end' })
    expect(failed).toBe(1)
    expect(seen).toEqual([
      ...['ask null 100', 'ask 2 100', 'ask null 50', 'ask 2 50'],
      ...['rows up to 2', 'rows up to the end'],
    ])
    expect(calls()).toBe(4)
  })

  it('asks for nothing past the limit of calls, and takes what came', async () => {
    const { seen, end } = walked((cursor) => answer(String(Number(cursor) + 1)), 2)
    await end
    expect(seen).toEqual(['ask null 100', 'ask 1 100', 'rows up to 1', 'rows up to 2'])
  })

  it('leaves a call that fails on its way to be told in its place', async () => {
    const { seen, end } = walked((cursor) => {
      if (cursor === null) return answer('2')
      throw new FailureError({ kind: 'forbidden', what: 'K' })
    })
    expect(await end).toEqual({ kind: 'broken-off', failure: { kind: 'forbidden', what: 'K' } })
    expect(seen).toEqual(['ask null 100', 'ask 2 100', 'rows up to 2'])
  })
})
