import { describe, expect, it } from 'vitest'
import type { PathAnswer } from '@shared/crawl'
import { type NodeId, relationOf } from '@shared/graph'
import {
  answerWords,
  drawnWords,
  pathLine,
  priceWords,
} from '../../../../../src/features/paths/path-words'

const cost = { calls: 212, gaps: { forbidden: 3 } }
const words = (answer: PathAnswer) => answerWords(answer)

describe('the answer of a search on the site', () => {
  it('says what was looked through and what could not be read', () => {
    expect(words({ kind: 'none', steps: 4, isExhausted: false, ...cost })).toBe(
      'No path within 4 steps, 212 calls, 3 forbidden. What could not be read may hide one.',
    )
    expect(words({ kind: 'none', steps: 1, isExhausted: false, calls: 1, gaps: {} })).toBe(
      'No path within 1 step, 1 call.',
    )
    expect(words({ kind: 'none', steps: 4, isExhausted: true, calls: 9, gaps: {} })).toBe(
      'No path by these relations and types, however long: 9 calls. All that one end leads to was seen.',
    )
  })

  it('claims all paths as short only where all could be read', () => {
    expect(words({ kind: 'found', steps: 3, isWhole: true, calls: 57, gaps: {} })).toBe(
      'Found: 3 steps, 57 calls. All paths as short are drawn.',
    )
    expect(words({ kind: 'found', steps: 3, isWhole: false, calls: 57, gaps: { failed: 1 } })).toBe(
      'Found: 3 steps, 57 calls, 1 failed. There may be others as short or shorter.',
    )
  })

  it('says how far a search came that ended before', () => {
    expect(words({ kind: 'budget', steps: 0, calls: 200, gaps: {} })).toBe(
      'Stopped at the limit: no path is known yet, 200 calls.',
    )
    expect(words({ kind: 'stopped', steps: 2, calls: 1_200, gaps: {} })).toBe(
      'Stopped; results so far are kept: no path of up to 2 steps; longer ones are not known, 1,200 calls.',
    )
  })
})

describe('the price of a search', () => {
  it('tells the first step, and whether the limit will end it', () => {
    const request = {
      from: 'content:1',
      to: 'content:2',
      relations: ['link'],
      directed: false,
      types: ['content'],
      steps: 2,
      calls: 200,
    } as const
    expect(priceWords(request)).toContain('About 4 calls for one step from both ends')
    expect(priceWords({ ...request, steps: 8 })).toContain('200 calls in all, the limit')
    expect(priceWords({ ...request, directed: true })).toContain('About 2 calls')
  })
})

describe('the paths that are drawn', () => {
  it('are counted by length', () => {
    const path = (...nodes: `content:${string}`[]) => ({ nodes, edges: [] })
    expect(drawnWords([], 100)).toContain('No path in what is drawn')
    const two = [path('content:1', 'content:2'), path('content:1', 'content:3', 'content:2')]
    expect(drawnWords(two, 100)).toBe('1 shortest path of 1 step, 1 one step longer.')
    expect(drawnWords(two, 2)).toContain('the first 2 are listed')
  })
})

describe('a path in one line', () => {
  it('says each relation by its name, and which way it runs', () => {
    const [a, b, c]: [NodeId, NodeId, NodeId] = ['content:a', 'content:b', 'content:c']
    const relations = [
      relationOf('depends-on', a, b),
      relationOf('link', a, b),
      relationOf('owned-by', c, b),
      relationOf('link', b, c),
    ]
    const edges = new Map(relations.map((one) => [one.id, one]))
    const path = { nodes: [a, b, c], edges: relations.map(({ id }) => id) }
    expect(pathLine(path, { edges }, (id) => id.slice(-1).toUpperCase())).toBe(
      'A –depends-on, link→ B –link→ ←owned-by– C',
    )
  })
})
