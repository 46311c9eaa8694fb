import { describe, expect, it } from 'vitest'
import type { Pace, RemoteEvent, WireCall } from '@shared/contract'
import { secondsLeft } from '../../../../../src/features/remote/pace-note'
import { callsMade, taken } from '../../../../../src/features/remote/store'
import { matching, shownWords } from '../../../../../src/features/remote/wire-log'

const callOf = (id: number, part: Partial<WireCall> = {}): WireCall => ({
  id,
  at: '2026-11-24T10:00:00.000Z',
  method: 'GET',
  url: `https://example.atlassian.net/wiki/api/v2/pages/${id}`,
  status: 200,
  outcome: 'ok',
  ms: 5,
  attempt: 1,
  ...part,
})
const calls = (...list: WireCall[]): RemoteEvent => ({ kind: 'calls', calls: list })
const paused: Pace = {
  state: 'paused',
  until: '2026-11-24T10:00:12.000Z',
  inFlight: 0,
  waiting: 3,
  concurrency: 1,
}

describe('what the host tells of the wire', () => {
  it('is kept in order, each call once, also where a stream begins anew', () => {
    const first = taken({ pace: null, calls: [] }, calls(callOf(0), callOf(1)))
    const second = taken(first, calls(callOf(0), callOf(1), callOf(2)))
    expect(second.calls.map(({ id }) => id)).toEqual([0, 1, 2])
  })

  it('is kept up to the last two thousand', () => {
    const many = Array.from({ length: 2_500 }, (_, id) => callOf(id))
    const kept = taken({ pace: null, calls: [] }, calls(...many)).calls
    expect([kept.length, kept[0]?.id]).toEqual([2_000, 500])
  })

  it('is counted whole, also where the oldest were dropped', () => {
    const all = Array.from({ length: 2_500 }, (_, at) => callOf(at + 1))
    const state = taken({ pace: null, calls: [] }, calls(...all))
    expect(callsMade(state)).toBe(2_500)
    expect(shownWords(7, state.calls)).toBe('7 of the last 2,000, 2,500 calls in all')
    const few = taken({ pace: null, calls: [] }, calls(...all.slice(0, 3)))
    expect(callsMade(few)).toBe(3)
    expect(shownWords(2, few.calls)).toBe('2 of 3 calls')
    expect(callsMade({ calls: [] })).toBe(0)
  })

  it('tells the pace without touching the calls', () => {
    const state = taken({ pace: null, calls: [callOf(1)] }, { kind: 'pace', pace: paused })
    expect(state).toEqual({ pace: paused, calls: [callOf(1)] })
  })
})

describe('a pause', () => {
  it('counts down in whole seconds and never to nothing', () => {
    const at = (seconds: number) => Date.parse('2026-11-24T10:00:00.000Z') + seconds * 1000
    expect(secondsLeft(paused, at(0))).toBe(12)
    expect(secondsLeft(paused, at(0.5))).toBe(12)
    expect(secondsLeft(paused, at(11.9))).toBe(1)
    expect(secondsLeft(paused, at(13))).toBe(1)
  })

  it('is none while the pace is free or unknown', () => {
    expect(secondsLeft(null, 0)).toBeNull()
    expect(secondsLeft({ ...paused, state: 'free', until: null }, 0)).toBeNull()
  })
})

describe('the list of calls', () => {
  const list = [
    callOf(1),
    callOf(2, { status: 429, outcome: 'rate-limited' }),
    callOf(3, { method: 'PUT', url: 'https://x.net/wiki/rest/api/relation/owned%20by/from' }),
  ]

  it('shows the newest first', () => {
    expect(matching(list, '', false).map(({ id }) => id)).toEqual([3, 2, 1])
  })

  it('finds by method, decoded path, status and kind of failure', () => {
    const found = (text: string) => matching(list, text, false).map(({ id }) => id)
    expect(found('put')).toEqual([3])
    expect(found('owned by')).toEqual([3])
    expect(found('429')).toEqual([2])
    expect(found('rate-lim')).toEqual([2])
  })

  it('shows only what failed where that is wanted', () => {
    expect(matching(list, '', true).map(({ id }) => id)).toEqual([2])
  })
})
