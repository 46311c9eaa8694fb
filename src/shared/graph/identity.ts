import type { EdgeId, Entity, EntityRef, EntityType, NodeId, Relation } from './model'

export const nodeId = (ref: { type: EntityType; key: string }): NodeId => `${ref.type}:${ref.key}`

/** The inverse of `nodeId`. A key may itself hold colons (`user:712020:uuid`). */
export function refOf(id: NodeId): EntityRef {
  const colon = id.indexOf(':')
  const type = id.slice(0, colon)
  const key = id.slice(colon + 1)
  const isKnown = type === 'content' || type === 'user' || type === 'space'
  if (colon > 0 && key !== '' && isKnown) return { type, key }
  throw new Error(`Not a node id: ${id}`)
}

const escapePart = (part: string) => part.replace(/[%|]/g, encodeURIComponent)

/** Joined, and not put together piece by piece: the engine would keep all the pieces. */
const joined = (name: string, source: NodeId, target: NodeId): EdgeId =>
  [name, escapePart(source), escapePart(target)].join('|') as EdgeId

/** Name, source and target are the identity of a relation: Confluence gives it no id. */
export const edgeId = (relation: string, source: NodeId, target: NodeId): EdgeId =>
  joined(escapePart(relation), source, target)

export const relationOf = (
  relation: string,
  source: NodeId,
  target: NodeId,
  data: Pick<Relation, 'createdBy' | 'createdAt'> = {},
): Relation => ({ id: edgeId(relation, source, target), relation, source, target, ...data })

/**
 * A relation that is read from a page. A `link` is the same as the one that Confluence keeps; all
 * other names are those of markup, and kept apart from relations that people named so: no name of
 * theirs has a percent sign in an id.
 */
export function writtenRelation(
  relation: string,
  source: NodeId,
  target: NodeId,
  data: Pick<Relation, 'createdBy' | 'createdAt'> = {},
): Relation {
  const name = escapePart(relation)
  const id = joined(relation === 'link' ? name : `pages%3A${name}`, source, target)
  return { id, relation, source, target, ...data, origin: 'pages' }
}

/** A node of which only the key is known yet. */
export const unknownEntity = (id: NodeId): Entity => {
  const ref = refOf(id)
  return { id, type: ref.type, key: ref.key, title: ref.key, status: 'unknown' }
}

/** Source and target of a relation by its id. */
export function endsOf(id: EdgeId): [NodeId, NodeId] {
  const [, source = '', target = ''] = id.split('|').map(decodeURIComponent)
  return [nodeId(refOf(source as NodeId)), nodeId(refOf(target as NodeId))]
}

/** The relation name in an id. */
export const relationIn = (id: EdgeId): string =>
  decodeURIComponent(id.slice(0, id.indexOf('|'))).replace(/^pages:/, '')
