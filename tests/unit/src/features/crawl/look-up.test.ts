import { describe, expect, it } from 'vitest'
import { type LackingParts, noteLacking, undescribedWords } from '@shared/crawl'
import { type Failure, FailureError } from '@shared/failure'
import { type Entity, type NodeId, unknownEntity } from '@shared/graph'
import { lackingNow, lookUpAll, untitledIn } from '../../../../../src/features/crawl/look-up'

const down: Failure = { kind: 'server', status: 500, message: 'Down.' }
const ids = (count: number): NodeId[] =>
  Array.from({ length: count }, (_, at) => `content:${at + 1}` as const)
const titled = (id: NodeId): Entity => ({ ...unknownEntity(id), status: 'current' })
const nodesOf = (entities: readonly Entity[]) => new Map(entities.map((one) => [one.id, one]))
const nothing: LackingParts = new Map()

describe('what is lacking', () => {
  it('is told by part and reason, as long as nothing else has brought it', () => {
    const [one = 'content:1', two = 'content:2', gone = 'content:3'] = ids(3)
    const known = noteLacking(
      nothing,
      [one, two],
      [
        { part: 'title', nodes: [one, gone], failure: down },
        { part: 'creator', nodes: [two], failure: down },
      ],
    )
    const nodes = nodesOf([unknownEntity(one), titled(two)])
    expect(lackingNow(nodes, known)).toEqual([
      { part: 'title', nodes: [one], failure: down },
      { part: 'creator', nodes: [two], failure: down },
    ])
    const person = { name: 'Ann' }
    const told = nodesOf([titled(one), { ...titled(two), createdBy: person }])
    expect(lackingNow(told, known)).toEqual([])
  })

  it('is forgotten where the node was looked up again', () => {
    const [one = 'content:1'] = ids(1)
    const known = noteLacking(nothing, [one], [{ part: 'title', nodes: [one], failure: down }])
    expect(noteLacking(known, [one], []).size).toBe(0)
  })

  it('is another thing than a title that nobody asked for', () => {
    const [one = 'content:1', two = 'content:2'] = ids(2)
    const known = noteLacking(nothing, [one], [{ part: 'title', nodes: [one], failure: down }])
    expect(untitledIn(nodesOf([unknownEntity(one), unknownEntity(two)]), known)).toEqual([two])
  })
})

describe('what is said of it', () => {
  it('reads as sentences, also where a server left out its full stop', () => {
    const failure = { ...down, message: 'Down' }
    expect(undescribedWords({ part: 'title', nodes: ids(2), failure })).toBe(
      'Unknown: the titles of 2 nodes. Confluence had a problem of its own (status 500): Down. Try again in a moment.',
    )
  })
})

describe('looking many nodes up', () => {
  it('asks at most 250 at a time, and ends at a failure that meets them all', async () => {
    const asked: number[] = []
    const taken: number[] = []
    const none = { entities: [], missing: [], failed: [], spelt: [], calls: 1 }
    const port = {
      describe: (some: readonly NodeId[]) => {
        asked.push(some.length)
        return asked.length === 3
          ? Promise.reject(new FailureError({ kind: 'offline', host: 'x' }))
          : Promise.resolve(none)
      },
    }
    const { signal } = new AbortController()
    const failure = await lookUpAll(port, ids(900), signal, (some) => taken.push(some.length))
    expect(failure).toEqual({ kind: 'offline', host: 'x' })
    expect(asked).toEqual([250, 250, 250])
    expect(taken).toEqual([250, 250])
  })
})
