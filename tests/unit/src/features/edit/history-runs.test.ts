import { describe, expect, it } from 'vitest'
import type { Entry } from '@shared/edit'
import { runsOf } from '../../../../../src/features/edit/history-runs'

const entry = (id: string, kind: Entry['kind'], part: Partial<Entry> = {}): Entry => ({
  ...{ id, kind, at: '2026-01-01T00:00:00Z', session: 's', page: 'p', person: 'Amara' },
  ...{ of: null, title: id, steps: [], view: null },
  ...part,
})

describe('the history', () => {
  it('folds changes of the filter that came one after the other, and nothing else', () => {
    const newest = [
      entry('6', 'filter'),
      entry('5', 'filter'),
      entry('4', 'filter', { page: 'another' }),
      entry('3', 'create'),
      entry('2', 'hide'),
      entry('1', 'hide'),
    ]
    const told = runsOf(newest).map(({ last, before }) => [last.id, before.map(({ id }) => id)])
    expect(told).toEqual([
      ['6', ['5']],
      ['4', []],
      ['3', []],
      ['2', []],
      ['1', []],
    ])
  })
})
