import { describe, expect, it } from 'vitest'
import { foldText, holding, holdingWords } from '@shared/text'
import { rankOf } from '../../../../../src/commands/palette-rank'
import { matching } from '../../../../../src/features/remote/wire-log'

const typedFor = [
  ['Lodz', 'Łódź'],
  ['Tromso', 'Tromsø'],
  ['strasse', 'Straße'],
  ['STRASSE', 'STRAẞE'],
  ['Da Nang', 'Đà Nẵng'],
  ['Aero', 'Ærø'],
  ['Istanbul', 'İSTANBUL'],
  ['isik', 'ışık'],
  ['Thor', 'Þór'],
  ['oeuvre', 'Œuvre'],
  ['resume', 'Re\u0301sume\u0301'],
  ["o'brien", 'O’Brien'],
  ['a-b c', 'A‑B\u00a0C'],
  ['cooperate', 'co\u00adoperate'],
  ['abc', 'a\u200bb\u202ec'],
  ['office 2', 'oﬃce ②'],
  ['ガイド', 'ｶﾞｲﾄﾞ'],
  ['ελλαδα', 'Ελλάδα'],
] as const

describe('letters as people type them', () => {
  it.each(typedFor)('%s finds %s', (typed, written) => {
    expect(foldText(written)).toBe(foldText(typed))
    expect(holding(typed)(`On ${written}, twice`)).toBe(true)
    expect(holdingWords(typed)(`On ${written}, twice`)).toBe(true)
    expect(rankOf(written, typed)).toBe(0)
  })

  it('are found where they are written as they are typed', () => {
    for (const [, written] of typedFor) expect(holding(written)(written)).toBe(true)
  })

  it('leave what differs apart', () => {
    expect(holding('Lods')('Łódź')).toBe(false)
    expect(holdingWords('lodz x')('Łódź')).toBe(false)
    expect(holdingWords('b a')('A B')).toBe(true)
    expect(holding('b a')('A B')).toBe(false)
  })

  it('find a call by the title in its path', () => {
    const call = {
      id: 1,
      method: 'GET',
      url: `https://a.atlassian.net/wiki/search?cql=${encodeURIComponent('Łódź')}`,
      at: '2026-01-01T00:00:00Z',
      outcome: 'ok',
      status: 200,
      ms: 1,
      attempt: 1,
    } as const
    expect(matching([call], 'lodz', false)).toEqual([call])
  })
})
