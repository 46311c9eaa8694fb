import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Completeness,
  createPathSearch,
  type FindQuery,
  note,
  nothingAsked,
  type PathProgress,
  type PathRequest,
  queryKey,
  type QueryRecord,
} from '@shared/crawl'
import type { Failure } from '@shared/failure'
import {
  type Batch,
  emptyGraph,
  entityTypes,
  type Graph,
  merge,
  type NodeId,
  refOf,
  relationOf,
} from '@shared/graph'
import { anyWorld, portOnto, type World } from './world'

const request = (over: Partial<PathRequest> = {}): PathRequest => ({
  from: 'content:1',
  to: 'content:4',
  relations: ['depends-on'],
  directed: true,
  types: ['content'],
  steps: 6,
  calls: 1_000,
  ...over,
})

const worldOf = (...pairs: readonly (readonly [number, number])[]): World => ({
  pageSize: 10,
  relations: pairs.map(([from, to]) =>
    relationOf('depends-on', `content:${from}`, `content:${to}`),
  ),
})
const chain = worldOf([1, 2], [2, 3], [3, 4])

type Traits = Parameters<typeof portOnto>[1]
type Known = { readonly graph: Graph; readonly completeness: Completeness }
const unknown: Known = { graph: emptyGraph, completeness: nothingAsked }

/** Runs a search and keeps what it told. */
function search(world: World, wanted: PathRequest, traits: Traits = {}, known: Known = unknown) {
  const { port, asked, seen } = portOnto(world, traits)
  const batches: Batch[] = []
  const records: QueryRecord[] = []
  const progress: PathProgress[] = []
  const path = createPathSearch({
    port,
    request: wanted,
    ...known,
    isDescribed: () => false,
    onEvent: (event) => {
      if (event.kind === 'batch') batches.push(event.batch)
      if (event.kind === 'settled') records.push(...event.records)
    },
    onProgress: (now) => progress.push(now),
  })
  return {
    path,
    asked,
    seen,
    progress,
    /** What is known after it. */
    known: (): Known => ({
      graph: batches.reduce((graph, batch) => merge(graph, batch).graph, known.graph),
      completeness: note(known.completeness, records),
    }),
  }
}

/** The reference: breadth first over the whole world. */
function distance(world: World, { from, to, relations, directed, types }: PathRequest) {
  const may = new Set([...types, refOf(from).type, refOf(to).type])
  const far = new Map<NodeId, number>([[from, 0]])
  for (const [id, steps] of far) {
    for (const { relation, source, target } of world.relations) {
      if (!relations.includes(relation)) continue
      const next = source === id ? target : target === id && !directed ? source : null
      if (next !== null && may.has(refOf(next).type) && !far.has(next)) far.set(next, steps + 1)
    }
  }
  return far.get(to)
}

const anyEnd = fc.constantFrom<NodeId>(
  'content:1',
  'content:2',
  'content:3',
  'content:4',
  'user:712020:anna',
  'space:DOC',
)
const anySearch = fc.record({
  from: anyEnd,
  to: anyEnd,
  relations: fc.array(fc.constantFrom('depends-on', 'explains', 'owned-by'), { minLength: 1 }),
  directed: fc.boolean(),
  types: fc.array(fc.constantFrom(...entityTypes), { maxLength: 3 }),
  steps: fc.integer({ min: 1, max: 8 }),
  calls: fc.constant(10_000),
})

const forbidden: Failure = { kind: 'forbidden', what: 'this' }
const broken: Failure = { kind: 'server', status: 500, message: 'no' }

describe('a search from both ends', () => {
  it('finds as many steps as a search through the whole site, and none where that has none', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anySearch, fc.scheduler(), async (world, wanted, scheduler) => {
        const delay = () => scheduler.schedule(Promise.resolve())
        const { path, asked } = search(world, wanted, { delay })
        const answer = await scheduler.waitFor(path.run())
        const steps = distance(world, wanted)
        if (steps !== undefined && steps <= wanted.steps) {
          expect(answer).toMatchObject({ kind: 'found', steps, isWhole: true, gaps: {} })
        } else {
          expect(answer).toMatchObject({ kind: 'none', steps: wanted.steps, gaps: {} })
          if (answer.kind === 'none' && answer.isExhausted) expect(steps).toBeUndefined()
        }
        expect(new Set(asked).size).toBe(asked.length)
      }),
      { numRuns: 400 },
    )
  })

  it('asks nothing again that is known, and gives the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anySearch, async (world, wanted) => {
        const first = search(world, wanted)
        const answer = await first.path.run()
        const again = search(world, wanted, {}, first.known())
        expect(await again.path.run()).toEqual({ ...answer, calls: 0 })
        expect(again.asked).toEqual([])
      }),
    )
  })

  it('never claims more than it may where some may not be read', async () => {
    const bad = fc.func(fc.option(fc.constantFrom(forbidden, broken), { freq: 3 }))
    await fc.assert(
      fc.asyncProperty(anyWorld, anySearch, bad, async (world, wanted, failing) => {
        const { path } = search(world, wanted, {
          failing: (query, start) => failing(queryKey(query), start),
        })
        const answer = await path.run()
        const steps = distance(world, wanted)
        const isBlind = Object.keys(answer.gaps).length > 0
        if (answer.kind === 'found') {
          expect(answer.steps).toBeGreaterThanOrEqual(steps ?? Infinity)
          if (!isBlind) expect(answer.steps).toBe(steps)
        } else if (answer.kind === 'none' && (!isBlind || answer.isExhausted)) {
          expect(steps ?? Infinity).toBeGreaterThan(answer.steps)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('asks forward for targets and backward for sources where arrows count', async () => {
    const { path, asked } = search(chain, request())
    expect(await path.run()).toMatchObject({ kind: 'found', steps: 3 })
    const questions = asked.map((key) => JSON.parse(key.split('@')[0] ?? '') as string[])
    expect(questions.map(([node, , direction]) => `${node ?? ''} ${direction ?? ''}`)).toEqual([
      'content:1 out',
      'content:2 out',
      'content:3 out',
    ])
    const back = search(worldOf([1, 2], [1, 3], [1, 5], [6, 4]), request())
    expect(await back.path.run()).toMatchObject({ kind: 'none', isExhausted: true })
    expect(back.asked.some((key) => key.includes('"content:4","depends-on","in"'))).toBe(true)
    expect(back.asked.some((key) => key.includes('"content:4","depends-on","out"'))).toBe(false)
  })

  it('goes on from the other end where one end may not be read, and says what was not', async () => {
    const failing = ({ node }: FindQuery) => (node === 'content:1' ? forbidden : null)
    const { path } = search(chain, request(), { failing })
    expect(await path.run()).toMatchObject({
      kind: 'found',
      steps: 3,
      isWhole: false,
      gaps: { forbidden: 1 },
    })
    const both = ({ node }: FindQuery) =>
      node === 'content:1' || node === 'content:4' ? forbidden : null
    expect(await search(chain, request(), { failing: both }).path.run()).toMatchObject({
      kind: 'none',
      isExhausted: false,
      gaps: { forbidden: 2 },
    })
  })

  it('looks no farther than it was told', async () => {
    expect(await search(chain, request({ steps: 2 })).path.run()).toMatchObject({
      kind: 'none',
      steps: 2,
      isExhausted: false,
    })
  })

  it('keeps within its calls, says how far it looked, and goes on from there', async () => {
    const wide = worldOf([1, 2], [1, 3], [2, 5], [5, 6], [6, 4], [7, 4], [8, 4])
    const { path, seen, known } = search(wide, request({ calls: 3 }))
    const answer = await path.run()
    expect(answer.kind).toBe('budget')
    expect(seen.calls).toBeLessThanOrEqual(3)
    expect(answer.calls).toBe(seen.calls)
    const rest = search(wide, request(), {}, known())
    expect(await rest.path.run()).toMatchObject({ kind: 'found', steps: 4 })
  })

  it('stops at once, and keeps what came', async () => {
    const { path, progress, known } = search(chain, request(), {
      delay: () => new Promise((resolve) => setTimeout(resolve, 1)),
    })
    const over = path.run()
    await new Promise((resolve) => {
      const look = setInterval(() => {
        if (progress.at(-1)?.step !== 2) return
        clearInterval(look)
        resolve(null)
      }, 1)
    })
    path.stop()
    expect(await over).toMatchObject({ kind: 'stopped', steps: 1 })
    expect(known().graph.nodes.has('content:2')).toBe(true)
  })

  it('breaks off where every further call would fail', async () => {
    const failure: Failure = { kind: 'bad-credentials', site: 'here' }
    const answer = await search(chain, request(), { failing: () => failure }).path.run()
    expect(answer).toMatchObject({ kind: 'failed', failure })
  })

  it('asks nothing for a path of one step that is known, or from a node to itself', async () => {
    const known = {
      ...unknown,
      graph: merge(emptyGraph, { entities: [], relations: [...chain.relations] }).graph,
    }
    const next = search(chain, request({ to: 'content:2' }), {}, known)
    expect(await next.path.run()).toMatchObject({ kind: 'found', steps: 1, calls: 0 })
    const self = search(chain, request({ to: 'content:1' }))
    expect(await self.path.run()).toMatchObject({ kind: 'found', steps: 0, calls: 0 })
  })
})
