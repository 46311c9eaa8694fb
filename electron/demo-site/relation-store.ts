import type { EntityRef, EntityType } from '@shared/graph'

export type DemoRelation = {
  readonly name: string
  readonly source: EntityRef
  readonly target: EntityRef
  readonly createdBy: string
  readonly createdAt: string
}

const refKey = ({ type, key }: EntityRef) => `${type}:${key}`
const fromKey = (name: string, source: EntityRef, type: EntityType) =>
  JSON.stringify([name, refKey(source), type])
const idOf = (name: string, source: EntityRef, target: EntityRef) =>
  JSON.stringify([name, refKey(source), refKey(target)])

/** Relations with an index by either end, so that a find costs what it finds. */
export function createRelationStore() {
  const all = new Map<string, DemoRelation>()
  const bySource = new Map<string, Set<string>>()
  const byTarget = new Map<string, Set<string>>()

  const index = (map: Map<string, Set<string>>, key: string, id: string) => {
    const ids = map.get(key)
    if (ids === undefined) map.set(key, new Set([id]))
    else ids.add(id)
  }
  const read = (ids: ReadonlySet<string> | undefined): DemoRelation[] =>
    [...(ids ?? [])].flatMap((id) => all.get(id) ?? [])

  return {
    /** Keeps the first of two equal relations, as PUT does. */
    put: (relation: DemoRelation): DemoRelation => {
      const { name, source, target } = relation
      const id = idOf(name, source, target)
      const there = all.get(id)
      if (there !== undefined) return there
      all.set(id, relation)
      index(bySource, fromKey(name, source, target.type), id)
      index(byTarget, fromKey(name, target, source.type), id)
      return relation
    },
    get: (name: string, source: EntityRef, target: EntityRef) =>
      all.get(idOf(name, source, target)),
    delete: (name: string, source: EntityRef, target: EntityRef): void => {
      const id = idOf(name, source, target)
      all.delete(id)
      bySource.get(fromKey(name, source, target.type))?.delete(id)
      byTarget.get(fromKey(name, target, source.type))?.delete(id)
    },
    targets: (name: string, source: EntityRef, type: EntityType) =>
      read(bySource.get(fromKey(name, source, type))),
    sources: (name: string, target: EntityRef, type: EntityType) =>
      read(byTarget.get(fromKey(name, target, type))),
    all: (): IterableIterator<DemoRelation> => all.values(),
    size: () => all.size,
  }
}
export type RelationStore = ReturnType<typeof createRelationStore>
