import {
  type Entity,
  type Graph,
  type NodeId,
  type Relation,
  spaceKeyOf,
  type Unresolved,
} from '../graph'
import { type AskInput, type AskNode, readRelations } from './model'

/** A piece of the graph, small enough to be made and sent between two frames of a page. */
export type AskPart =
  | { readonly kind: 'nodes'; readonly nodes: readonly AskNode[] }
  | ({ readonly kind: 'relations' } & Columns)
  | { readonly kind: 'unresolved'; readonly list: readonly Unresolved[] }

type Columns = Pick<AskInput, 'sources' | 'targets' | 'nameOf' | 'isRead'>

/** The graph as columns. Names of markup count only where they were read from a page. */
export const toAskInput = (graph: Graph, unresolved: readonly Unresolved[] | null): AskInput =>
  joinParts([...askParts(graph, unresolved)])

/** The same piece by piece, of at most so many nodes or relations each; nodes come first. */
export function* askParts(
  graph: Graph,
  unresolved: readonly Unresolved[] | null,
  size = Number.POSITIVE_INFINITY,
): Generator<AskPart, void> {
  const indexOf = new Map<NodeId, number>()
  for (const entities of inPieces(graph.nodes.values(), size)) {
    for (const { id } of entities) indexOf.set(id, indexOf.size)
    yield { kind: 'nodes', nodes: entities.map(nodeOf) }
  }
  for (const relations of inPieces(graph.edges.values(), size))
    yield { kind: 'relations', ...columnsOf(relations, indexOf) }
  if (unresolved === null) return
  // A part without any says that it is known that there are none.
  if (unresolved.length === 0) yield { kind: 'unresolved', list: [] }
  for (const list of inPieces(unresolved.values(), size)) yield { kind: 'unresolved', list }
}

export function joinParts(parts: readonly AskPart[]): AskInput {
  const columns = parts.filter((part) => part.kind === 'relations')
  const open = parts.filter((part) => part.kind === 'unresolved')
  return {
    nodes: parts.flatMap((part) => (part.kind === 'nodes' ? part.nodes : [])),
    sources: Uint32Array.from(columns.flatMap(({ sources }) => [...sources])),
    targets: Uint32Array.from(columns.flatMap(({ targets }) => [...targets])),
    nameOf: Uint8Array.from(columns.flatMap(({ nameOf }) => [...nameOf])),
    isRead: Uint8Array.from(columns.flatMap(({ isRead }) => [...isRead])),
    unresolved: open.length === 0 ? null : open.flatMap(({ list }) => list),
  }
}

function* inPieces<T>(all: Iterable<T>, size: number): Generator<readonly T[], void> {
  let piece: T[] = []
  for (const one of all) {
    piece.push(one)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

function columnsOf(relations: readonly Relation[], indexOf: ReadonlyMap<NodeId, number>): Columns {
  const taken = relations.flatMap(({ relation, source, target, origin }) => {
    const name = readRelations.findIndex((one) => one === relation)
    const [from, to] = [indexOf.get(source), indexOf.get(target)]
    if (name === -1 || from === undefined || to === undefined) return []
    if (relation !== 'link' && origin === undefined) return []
    return [{ from, to, name, isRead: origin === undefined ? 0 : 1 }]
  })
  return {
    sources: Uint32Array.from(taken, ({ from }) => from),
    targets: Uint32Array.from(taken, ({ to }) => to),
    nameOf: Uint8Array.from(taken, ({ name }) => name),
    isRead: Uint8Array.from(taken, ({ isRead }) => isRead),
  }
}

function nodeOf(entity: Entity): AskNode {
  const { id, type, title, status, subtype, url } = entity
  const { createdAt, createdBy, changedAt, owner, homepage } = entity
  return {
    ...{ id, type, title, status, space: spaceKeyOf(entity) ?? null },
    ...(subtype !== undefined && { subtype }),
    ...(url !== undefined && { url }),
    ...(createdAt !== undefined && { createdAt }),
    ...(createdBy !== undefined && { createdBy }),
    ...(changedAt !== undefined && { changedAt }),
    ...(owner !== undefined && { owner }),
    ...(homepage !== undefined && { homepage }),
  }
}
