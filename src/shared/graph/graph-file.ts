import { z } from 'zod'
import type { Graph } from './graph'
import { unknownEntity } from './identity'
import { ownAddress } from './own-address'
import { spaceKeyOf, spaceNames } from './space-of'
import { EdgeId, type Entity, EntityType, KnowledgeState, NodeId, RelationOrigin } from './model'
import { Unresolved } from './unresolved'

export const graphFileFormat = 'relation-explorer/graph@1'

/** A moment with any offset, as a program in another place writes it; kept in UTC. */
const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString())

/** Beyond this no screen, and no number of our canvases, can tell two places apart. */
const farthest = 10_000_000
const Coordinate = z.number().min(-farthest).max(farthest)

/** The exported file. `resources/graph-file.schema.json` says the same for other programs. */
export const GraphFile = z.object({
  format: z.literal(graphFileFormat),
  /** Version of the program that wrote it. */
  version: z.string(),
  /** Origin of the site, without a path and never with credentials. */
  site: z.string(),
  exportedAt: Moment,
  /** Titles, people, keys and the site are pseudonyms. */
  redacted: z.literal(true).optional(),
  nodes: z.array(
    z.object({
      id: NodeId,
      type: EntityType,
      key: z.string(),
      title: z.string(),
      status: z.string(),
      subtype: z.string().optional(),
      space: z.object({ key: z.string(), name: z.string() }).optional(),
      url: z.string().optional(),
      createdBy: z.string().optional(),
      createdAt: z.string().optional(),
      owner: z.string().optional(),
      /** Whether the accounts of both are active, as the site said. */
      createdByStatus: z.string().optional(),
      ownerStatus: z.string().optional(),
      changedAt: z.string().optional(),
      /** Of a space. */
      homepage: NodeId.optional(),
      /** What is known of the relations at the node. */
      completeness: KnowledgeState,
      /** Where it stood in the picture, px; y grows downward. */
      position: z.object({ x: Coordinate, y: Coordinate }).optional(),
    }),
  ),
  edges: z.array(
    z.object({
      id: EdgeId,
      relation: z.string(),
      source: NodeId,
      target: NodeId,
      createdBy: z.string().optional(),
      createdAt: z.string().optional(),
      origin: RelationOrigin.optional(),
    }),
  ),
  /** What pages name and nobody saw; absent where no page was read. */
  unresolved: z.array(Unresolved).optional(),
  stats: z.object({
    nodes: z.number().int(),
    edges: z.number().int(),
    /** Calls made to Confluence for this graph, retries included. */
    calls: z.number().int(),
  }),
  failures: z.array(
    z.object({
      node: NodeId,
      relation: z.string(),
      direction: z.enum(['out', 'in']),
      type: EntityType,
      kind: z.string(),
      sentence: z.string(),
    }),
  ),
  /** Every question that was asked, or is known to be open, and how it ended. */
  completeness: z.array(
    z.object({
      node: NodeId,
      relation: z.string(),
      direction: z.enum(['out', 'in']),
      type: EntityType,
      state: KnowledgeState,
      /** When it was answered or given up. */
      at: Moment,
      /** Relations that it found; with any state but `complete` there may be more. */
      found: z.number().int(),
      /** Results that came, but without what stands at their other end; in no list of edges. */
      unidentified: z.number().int().optional(),
      /** Why it is cut. */
      why: z.string().optional(),
      /** What went wrong, in one word and in a sentence. */
      kind: z.string().optional(),
      sentence: z.string().optional(),
    }),
  ),
})
export type GraphFile = z.infer<typeof GraphFile>

type About = Pick<GraphFile, 'version' | 'site' | 'exportedAt' | 'failures'> & {
  readonly calls: number
  readonly completeness?: GraphFile['completeness']
  readonly stateOf?: (node: Entity) => KnowledgeState
  readonly unresolved?: readonly Unresolved[] | undefined
  readonly positions?: ReadonlyMap<NodeId, Position>
}

type Position = { readonly x: number; readonly y: number }

/** Hundredths of a px: what is finer cannot be seen, and makes files long. */
const rounded = (px: number): number =>
  Math.round(Math.min(Math.max(px, -farthest), farthest) * 100) / 100

/**
 * Only an address on the site itself. A `%` that begins no code is written as one, so that it is a
 * URI to whoever reads it.
 */
const addressOf = (entity: Pick<Entity, 'url'>, site: string) => ({
  url: ownAddress(entity.url, site)?.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'),
})

/** The space of what is in one, also where only its address names it. */
function inSpace(entity: Entity, names: ReadonlyMap<string, string>): Pick<Entity, 'space'> {
  const key = entity.type === 'content' ? spaceKeyOf(entity) : undefined
  if (entity.space !== undefined || key === undefined) return {}
  return { space: { key, name: names.get(key) ?? key } }
}

/**
 * The file with a node for each end that it only names: what others write may leave them out, and
 * most formats cannot say a relation without both.
 */
function withEnds(file: GraphFile): GraphFile {
  const known = new Set(file.nodes.map(({ id }) => id))
  const named = new Set(file.edges.flatMap(({ source, target }) => [source, target]))
  const lacking = [...named].filter((id) => !known.has(id))
  if (lacking.length === 0) return file
  const nodes = lacking.map((id) => ({
    ...unknownEntity(id),
    createdBy: undefined,
    owner: undefined,
    completeness: 'not-asked' as const,
  }))
  return {
    ...file,
    nodes: [...file.nodes, ...nodes],
    stats: { ...file.stats, nodes: file.nodes.length + nodes.length },
  }
}

/** A file of somebody else as it may go on to others: whole, and with no address that leads elsewhere. */
export const fromOutside = (file: GraphFile): GraphFile =>
  withEnds({
    ...file,
    nodes: file.nodes.map((node) => ({ ...node, ...addressOf(node, file.site) })),
  })

const byPlace = (one: Unresolved, other: Unresolved): number => {
  const place = ({ source, relation, names }: Unresolved) => `${source}|${relation}|${names}`
  return place(one) < place(other) ? -1 : 1
}

/** Nodes and edges are sorted by id, so that two exports of one graph can be compared as text. */
export function toGraphFile(graph: Graph, about: About): GraphFile {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  const { calls, completeness = [], stateOf = () => 'not-asked', positions, ...head } = about
  const names = spaceNames(graph.nodes.values())
  const { unresolved } = head
  const placed = (id: NodeId) => {
    const position = positions?.get(id)
    return position === undefined
      ? {}
      : { position: { x: rounded(position.x), y: rounded(position.y) } }
  }
  return GraphFile.parse({
    format: graphFileFormat,
    version: head.version,
    site: head.site,
    exportedAt: head.exportedAt,
    nodes: [...graph.nodes.values()].sort(byId).map((entity) => ({
      ...entity,
      ...inSpace(entity, names),
      ...addressOf(entity, head.site),
      createdBy: entity.createdBy?.name,
      createdByStatus: entity.createdBy?.status,
      owner: entity.owner?.name,
      ownerStatus: entity.owner?.status,
      completeness: stateOf(entity),
      ...placed(entity.id),
    })),
    edges: [...graph.edges.values()]
      .sort(byId)
      .map(({ createdBy, ...relation }) => ({ ...relation, createdBy: createdBy?.name })),
    ...(unresolved !== undefined && { unresolved: unresolved.toSorted(byPlace) }),
    stats: { nodes: graph.nodes.size, edges: graph.edges.size, calls },
    failures: head.failures,
    completeness,
  })
}
