import { describe, expect, it } from 'vitest'
import type { Entity } from '@shared/graph'
import { answerTo, idOf, listedIn, type Tie, whyIn, wikiOf } from './small-wiki'

const now = '2026-06-01T00:00:00.000Z'
const stale = (ties: readonly Tie[], facts: Record<number, Partial<Entity>>, days = 365) =>
  answerTo(wikiOf(ties, facts), { kind: 'stale', now, days })

describe('what is stale or ownerless?', () => {
  const old = { changedAt: '2024-01-01T00:00:00.000Z' }
  const older = { changedAt: '2023-01-01T00:00:00.000Z' }

  it('puts old and much linked pages first, and leaves out what was changed lately', () => {
    const answer = stale(
      [
        [3, 'link', 1],
        [4, 'link', 1],
        [1, 'link', 1],
        [1, 'link', 3],
      ],
      { 1: old, 2: older, 3: { changedAt: '2026-05-01T00:00:00.000Z' } },
    )
    expect(listedIn(answer)['stale']).toEqual([idOf(1), idOf(2)])
    expect(whyIn(answer, 'stale')).toEqual([
      'last changed 1 Jan 2024, 2 pages link to it',
      'last changed 1 Jan 2023, no page links to it',
    ])
  })

  it('takes the limit that is asked for', () => {
    expect(stale([[1, 'link', 2]], { 1: old }, 2_000).found).toBe(0)
  })

  it('lists pages whose owner is gone; unknown is not gone, and an owner stands before an author', () => {
    const person = (status?: string) => ({ name: 'Rosa', ...(status !== undefined && { status }) })
    const answer = stale([[1, 'link', 2]], {
      1: { owner: person('closed') },
      2: { createdBy: person('inactive') },
      3: { owner: person('active'), createdBy: person('closed') },
      4: { owner: person() },
      5: { owner: person('unknown') },
      6: {},
    })
    expect(listedIn(answer)).toEqual({ ownerless: [idOf(1), idOf(2)] })
    expect(answer.notes.map(({ sentence }) => sentence)).toContain(
      'Not looked at: 1 page of which each tells neither an owner nor an author; unknown is not gone.',
    )
  })

  it('does not answer where nothing tells a day or a person', () => {
    expect(stale([[1, 'link', 2]], {}).isAnswered).toBe(false)
  })
})
