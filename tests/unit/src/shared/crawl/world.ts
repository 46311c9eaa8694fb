import fc from 'fast-check'
import { type CrawlPort, type CrawlRequest, type FindQuery, queryKey } from '@shared/crawl'
import { type Failure, FailureError } from '@shared/failure'
import {
  type Entity,
  nodeId,
  type NodeId,
  refOf,
  type Relation,
  relationOf,
  unknownEntity,
} from '@shared/graph'

/** A site in memory: its relations, and how many it gives in one page. */
export type World = { readonly relations: readonly Relation[]; readonly pageSize: number }

const names = ['depends-on', 'explains', 'owned-by'] as const
const nodes: readonly NodeId[] = [
  ...Array.from({ length: 8 }, (_, at) => nodeId({ type: 'content', key: String(at + 1) })),
  nodeId({ type: 'user', key: '712020:anna' }),
  nodeId({ type: 'space', key: 'DOC' }),
]

const anyNode = fc.constantFrom(...nodes)

export const anyWorld: fc.Arbitrary<World> = fc.record({
  relations: fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...names), anyNode, anyNode)
      .map(([name, source, target]) => relationOf(name, source, target)),
    { maxLength: 30, selector: (relation) => relation.id },
  ),
  pageSize: fc.integer({ min: 1, max: 4 }),
})

export const anyRequest = (
  budget: Partial<CrawlRequest['budget']> = {},
): fc.Arbitrary<CrawlRequest> =>
  fc.record({
    starts: fc.array(anyNode, { minLength: 1, maxLength: 3 }),
    relations: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
    direction: fc.constantFrom('out', 'in', 'both'),
    types: fc.array(fc.constantFrom('content', 'user', 'space'), { minLength: 1, maxLength: 4 }),
    depth: fc.integer({ min: 1, max: 5 }),
    budget: fc.constant({ nodes: 1_000, calls: 100_000, ...budget }),
  })

/** All relations that answer a query, in the order of the world. */
export const answerTo = (world: World, query: FindQuery): Relation[] =>
  world.relations.filter((relation) => {
    const [near, far] =
      query.direction === 'out'
        ? [relation.source, relation.target]
        : [relation.target, relation.source]
    return (
      relation.relation === query.relation && near === query.node && refOf(far).type === query.type
    )
  })

export const titled = (id: NodeId): Entity => ({
  ...unknownEntity(id),
  title: `Title of ${id}`,
  status: 'current',
})

/** The reference: nodes within `depth` steps, and the relations met on the way. */
export function ball(world: World, request: CrawlRequest) {
  const reached = new Set<NodeId>(request.starts)
  const edges = new Set<string>()
  let level = [...reached]
  for (let depth = 0; depth < request.depth; depth += 1) {
    const next = new Set<NodeId>()
    for (const relation of world.relations) {
      if (!request.relations.includes(relation.relation)) continue
      const { source, target } = relation
      const walks: [from: NodeId, to: NodeId, direction: string][] = [
        [source, target, 'out'],
        [target, source, 'in'],
      ]
      for (const [from, to, direction] of walks) {
        if (![direction, 'both'].includes(request.direction) || !level.includes(from)) continue
        if (!request.types.includes(refOf(to).type)) continue
        edges.add(relation.id)
        if (!reached.has(to)) next.add(to)
      }
    }
    for (const id of next) reached.add(id)
    level = [...next]
  }
  return { nodes: reached, edges }
}

type Traits = {
  /** Waits before each answer; the default answers on the next tick. */
  readonly delay?: () => Promise<void>
  readonly failing?: (query: FindQuery, start: number) => Failure | null
  readonly callsPerFind?: number
}

/** A port onto a world, and a record of what was asked of it. */
export function portOnto(world: World, traits: Traits = {}) {
  const { delay = () => Promise.resolve(), failing = () => null, callsPerFind = 1 } = traits
  const asked: string[] = []
  const described: NodeId[][] = []
  const seen = { finds: 0, atOnce: 0, calls: 0, aborted: 0 }
  const port: CrawlPort = {
    find: async (query, start, signal) => {
      asked.push(`${queryKey(query)}@${start}`)
      signal.addEventListener('abort', () => (seen.aborted += 1))
      seen.finds += 1
      seen.atOnce = Math.max(seen.atOnce, seen.finds)
      await delay()
      seen.finds -= 1
      const failure = failing(query, start)
      if (failure !== null) throw new FailureError(failure)
      const all = answerTo(world, query)
      const end = start + world.pageSize
      seen.calls += callsPerFind
      return {
        relations: all.slice(start, end),
        entities: [],
        unidentified: 0,
        next: end < all.length ? end : null,
        calls: callsPerFind,
      }
    },
    describe: async (ids) => {
      described.push(ids)
      await delay()
      seen.calls += 1
      return { entities: ids.map(titled), missing: [], failed: [], spelt: [], calls: 1 }
    },
  }
  return { port, asked, described, seen }
}
