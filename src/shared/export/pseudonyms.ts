import { pageLink } from '../vocabulary'
import { type EdgeId, edgeId, type GraphFile, type NodeId, nodeId, refOf } from '../graph'

/** What stands for what in a redacted export. */
export type Pseudonyms = {
  readonly id: (id: NodeId) => NodeId
  readonly title: (id: NodeId) => string
  /** Of a person that is known by name alone: who created something. */
  readonly person: (name: string) => string
  readonly space: (key: string) => { readonly key: string; readonly name: string }
  readonly relation: (name: string) => string
  readonly edge: (edge: { relation: string; source: NodeId; target: NodeId }) => EdgeId
}

export type RedactOptions = {
  /** Relation names too become “relation-1”. Without them a graph says little, so they stay by default. */
  readonly relations: boolean
}

const contentWords: Readonly<Record<string, string>> = {
  page: 'Page',
  blogpost: 'Blog post',
  whiteboard: 'Whiteboard',
  database: 'Database',
  folder: 'Folder',
  embed: 'Embed',
}

const nodesNamed = (file: GraphFile): Set<NodeId> =>
  new Set([
    ...file.nodes.map(({ id }) => id),
    ...file.edges.flatMap(({ source, target }) => [source, target]),
    ...[...file.failures, ...file.completeness].map(({ node }) => node),
    ...(file.unresolved ?? []).map(({ source }) => source),
    ...file.nodes.flatMap(({ homepage }) => homepage ?? []),
  ])

const relationsNamed = (file: GraphFile): string[] =>
  [...file.edges, ...file.failures, ...file.completeness, ...(file.unresolved ?? [])].map(
    ({ relation }) => relation,
  )

const creatorsNamed = (file: GraphFile): string[] => [
  ...[...file.nodes, ...file.edges].flatMap(({ createdBy }) => createdBy ?? []),
  ...file.nodes.flatMap(({ owner }) => owner ?? []),
]

/**
 * Pseudonyms for a whole graph. Numbers go by a hash of what they stand for: the order in which
 * things were found changes nothing, and the order of ids, which tells what is older, is not told.
 */
export function pseudonymsOf(whole: GraphFile, options: RedactOptions): Pseudonyms {
  const ids = nodesNamed(whole)
  const nodes = new Map(whole.nodes.map((node) => [node.id, node]))
  const wordOf = (id: NodeId): string => contentWords[nodes.get(id)?.subtype ?? ''] ?? 'Content'
  const content = numbered(
    [...ids].filter((id) => refOf(id).type === 'content'),
    wordOf,
  )
  const people = peopleOf(whole, ids)
  const spaceKeys = [
    ...[...ids].map(refOf).flatMap(({ type, key }) => (type === 'space' ? [key] : [])),
    ...whole.nodes.flatMap(({ space }) => space?.key ?? []),
  ]
  const spaces = numbered(spaceKeys, () => 'Space')
  const relations = numbered(
    relationsNamed(whole).filter((name) => name !== pageLink),
    () => 'relation',
  )
  const title = (id: NodeId): string => {
    const { type, key } = refOf(id)
    if (type === 'space') return spaces.get(key) ?? 'Space'
    return (type === 'user' ? people.byId.get(id) : content.get(id)) ?? type
  }
  const slug = (text: string): string => text.toLowerCase().replace(/\s+/g, '-')
  const id = (one: NodeId): NodeId => nodeId({ type: refOf(one).type, key: slug(title(one)) })
  const relation = (name: string): string =>
    // `link` is the name that this program gives to page links; it tells nothing.
    options.relations && name !== pageLink ? slug(relations.get(name) ?? 'relation') : name
  return {
    id,
    title,
    person: (name) => people.byName.get(name) ?? 'Person',
    space: (key) => {
      const name = spaces.get(key) ?? 'Space'
      return { key: slug(name), name }
    },
    relation,
    edge: (edge) => edgeId(relation(edge.relation), id(edge.source), id(edge.target)),
  }
}

/** Who created something is known by name; where a drawn person has that name, it is that one. */
function peopleOf(whole: GraphFile, ids: ReadonlySet<NodeId>) {
  const users = [...ids].filter((id) => refOf(id).type === 'user')
  const names = new Map<string, string>()
  for (const { id, title, type } of whole.nodes) {
    const known = names.get(title)
    if (type === 'user' && (known === undefined || id < known)) names.set(title, id)
  }
  const keyOf = (name: string): string => names.get(name) ?? `name:${name}`
  const creators = creatorsNamed(whole)
  const numbers = numbered([...users, ...creators.map(keyOf)], () => 'Person')
  return {
    byId: new Map(users.map((id) => [id, numbers.get(id) ?? 'Person'])),
    byName: new Map(creators.map((name) => [name, numbers.get(keyOf(name)) ?? 'Person'])),
  }
}

/** `Page 1`, `Page 2`, ... for each distinct thing, counted for each word on its own. */
function numbered<T extends string>(
  things: readonly T[],
  wordOf: (thing: T) => string,
): Map<T, string> {
  const counts = new Map<string, number>()
  const ranked = [...new Set(things)]
    .map((thing) => ({ thing, rank: hash(thing) }))
    .sort((a, b) => a.rank - b.rank || (a.thing < b.thing ? -1 : 1))
  return new Map(
    ranked.map(({ thing }) => {
      const word = wordOf(thing)
      const count = (counts.get(word) ?? 0) + 1
      counts.set(word, count)
      return [thing, `${word} ${count}`]
    }),
  )
}

/** FNV-1a with a last stir, so that neighbouring ids land far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
