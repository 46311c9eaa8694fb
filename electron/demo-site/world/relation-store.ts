import type { EntityRef, EntityType } from '@shared/graph'

export type DemoRelation = {
  readonly name: string
  readonly source: EntityRef
  readonly target: EntityRef
  /** Account id. */
  readonly createdBy: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

/** What a test may look at. */
export type Relations = {
  readonly size: number
  all(): Iterable<DemoRelation>
  get(name: string, source: EntityRef, target: EntityRef): DemoRelation | undefined
  /** Relations from a source to ends of a type, oldest first. */
  targets(name: string, source: EntityRef, type: EntityType): DemoRelation[]
  /** Relations to a target from ends of a type, oldest first. */
  sources(name: string, target: EntityRef, type: EntityType): DemoRelation[]
  /** Every relation that leaves or reaches an entity, whatever its name. */
  at(ref: EntityRef): DemoRelation[]
}

export type RelationStore = Relations & {
  /** Keeps the first of two equal relations, as PUT does, and gives the one that is kept. */
  put(relation: DemoRelation): DemoRelation
  delete(name: string, source: EntityRef, target: EntityRef): void
}

type Bucket = Map<string, DemoRelation>
type Index = Map<string, Bucket>

/** No part can hold the joint: it is a control character, which no title, key or name has here. */
const bucketKey = (name: string, near: EntityRef, farType: EntityType): string =>
  `${name}\u0000${near.type}\u0000${near.key}\u0000${farType}`

const listed = (bucket: Bucket | undefined): DemoRelation[] => [...(bucket?.values() ?? [])]

/** Relations with an index by either end, so that a find costs what it finds. */
export function createRelationStore(): RelationStore {
  const bySource: Index = new Map()
  const byTarget: Index = new Map()
  const names = new Set<string>()
  let size = 0

  const bucketOf = (index: Index, key: string): Bucket => {
    const there = index.get(key)
    if (there !== undefined) return there
    const fresh: Bucket = new Map()
    index.set(key, fresh)
    return fresh
  }
  const targets: Relations['targets'] = (name, source, type) =>
    listed(bySource.get(bucketKey(name, source, type)))
  const sources: Relations['sources'] = (name, target, type) =>
    listed(byTarget.get(bucketKey(name, target, type)))

  return {
    get size() {
      return size
    },
    *all() {
      for (const bucket of bySource.values()) yield* bucket.values()
    },
    get: (name, source, target) =>
      bySource.get(bucketKey(name, source, target.type))?.get(target.key),
    targets,
    sources,
    at: (ref) => {
      const found = new Set<DemoRelation>()
      for (const name of names) {
        for (const type of ['content', 'user', 'space'] as const) {
          for (const relation of targets(name, ref, type)) found.add(relation)
          for (const relation of sources(name, ref, type)) found.add(relation)
        }
      }
      return [...found]
    },
    put: (relation) => {
      const { name, source, target } = relation
      const out = bucketOf(bySource, bucketKey(name, source, target.type))
      const there = out.get(target.key)
      if (there !== undefined) return there
      out.set(target.key, relation)
      bucketOf(byTarget, bucketKey(name, target, source.type)).set(source.key, relation)
      names.add(name)
      size += 1
      return relation
    },
    delete: (name, source, target) => {
      const gone = bySource.get(bucketKey(name, source, target.type))?.delete(target.key)
      byTarget.get(bucketKey(name, target, source.type))?.delete(source.key)
      if (gone === true) size -= 1
    },
  }
}
