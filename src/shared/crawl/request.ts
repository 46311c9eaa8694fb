import { z } from 'zod'
import { EntityType, NodeId } from '../graph'

export const Direction = z.enum(['out', 'in', 'both'])
export type Direction = z.infer<typeof Direction>

/** One question to Confluence: the relations of one name at one node, one way, to one type. */
export const FindQuery = z.object({
  node: NodeId,
  relation: z.string().min(1),
  direction: z.enum(['out', 'in']),
  type: EntityType,
})
export type FindQuery = Readonly<z.infer<typeof FindQuery>>

/** Asks on where an earlier crawl stopped at one question. */
export const Seed = z.object({
  query: FindQuery,
  /** The page to begin with. */
  from: z.number().int().min(0),
  /** Relations that the pages before gave. */
  before: z.number().int().min(0),
  /** Steps outward from what it finds. */
  left: z.number().int().min(0).max(20),
})
export type Seed = Readonly<z.infer<typeof Seed>>

/** What to follow, how far, and at what price. */
export const CrawlRequest = z.object({
  starts: z.array(NodeId).min(1),
  relations: z.array(z.string().min(1)).min(1),
  direction: Direction,
  /** Types asked for at the other end. */
  types: z.array(EntityType).min(1),
  /** Steps outward from the starts. */
  depth: z.number().int().min(1).max(20),
  /** The crawl stops growing at either limit; `nodes` counts what this crawl finds, starts included. */
  budget: z.object({
    nodes: z.number().int().min(1).max(1_000_000),
    calls: z.number().int().min(1).max(1_000_000),
  }),
  /** Asks only these, and from there outward; `starts` are then nodes that are known already. */
  seeds: z.array(Seed).min(1).optional(),
})
export type CrawlRequest = z.infer<typeof CrawlRequest>

export const queryKey = (query: FindQuery): string =>
  JSON.stringify([query.node, query.relation, query.direction, query.type])

/** Every question that a request asks at one node. */
export function queriesAt(
  node: NodeId,
  request: Pick<CrawlRequest, 'relations' | 'direction' | 'types'>,
): FindQuery[] {
  const directions = request.direction === 'both' ? (['out', 'in'] as const) : [request.direction]
  return request.relations.flatMap((relation) =>
    directions.flatMap((direction) =>
      request.types.map((type) => ({ node, relation, direction, type })),
    ),
  )
}

/** The same request with every start, name and type once, so that nothing is asked twice. */
export const withoutDoubles = (request: CrawlRequest): CrawlRequest => ({
  ...request,
  starts: [...new Set(request.starts)],
  relations: [...new Set(request.relations)],
  types: [...new Set(request.types)],
})
