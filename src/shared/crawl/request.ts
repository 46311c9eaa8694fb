import { z } from 'zod'
import { EntityType, type EntityRef, NodeId } from '../graph'

export const Direction = z.enum(['out', 'in', 'both'])
export type Direction = z.infer<typeof Direction>

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
})
export type CrawlRequest = z.infer<typeof CrawlRequest>

/** One question to Confluence: the relations of one name at one node, one way, to one type. */
export type FindQuery = {
  readonly node: NodeId
  readonly relation: string
  readonly direction: 'out' | 'in'
  readonly type: EntityRef['type']
}

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
