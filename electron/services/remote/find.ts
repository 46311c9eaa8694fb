import type { FindSources, FindTargets, FoundPage } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, type EntityType, nodeId, relationOf } from '@shared/graph'
import { quoted } from '@shared/text'
import { type FoundRelation, V1RelationArray } from './answers'
import type { Caller } from './call'
import { describe } from './describe'
import { personOf } from './entity-of'
import { foldKey } from './fold-key'
import { otherEnd } from './other-end'
import { nextStart } from './paging'
import type { Site } from './site'

/** A find, seen from the end that was asked about. */
type Find = {
  readonly relation: string
  readonly near: EntityRef
  readonly nearEnd: 'source' | 'target'
  readonly otherType: EntityType
  readonly start: number
  readonly limit: number
  readonly nearStatus: string | undefined
  ask(caller: Caller, nearStatus: string | undefined): Promise<V1RelationArray>
}

type WithoutProfile<T> = Omit<T, 'profile'>

const defaultExpand: NonNullable<FindTargets['expand']> = ['relationData', 'source', 'target']

const queryOf = (
  input: WithoutProfile<FindTargets> | WithoutProfile<FindSources>,
  { findLimit }: Site,
) => ({
  sourceStatus: input.sourceStatus,
  targetStatus: input.targetStatus,
  sourceVersion: input.sourceVersion,
  targetVersion: input.targetVersion,
  expand: input.expand ?? defaultExpand,
  start: input.start ?? 0,
  limit: input.limit ?? findLimit,
})

const aboutFind = (relation: string, near: EntityRef) => ({
  what: nodeId(near),
  doing: `listing relations named ${quoted(relation)}`,
  schema: V1RelationArray,
})

/** One page of the targets that a source has under one relation name. */
export function findTargets(
  site: Site,
  caller: Caller,
  input: WithoutProfile<FindTargets>,
): Promise<FoundPage> {
  const { relation, source, targetType } = input
  const query = queryOf(input, site)
  return findPage(site, caller, {
    relation,
    near: source,
    nearEnd: 'source',
    otherType: targetType,
    start: query.start,
    limit: query.limit,
    nearStatus: query.sourceStatus,
    ask: (by, sourceStatus) =>
      by.read(
        'get',
        '/wiki/rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}',
        {
          path: {
            relationName: relation,
            sourceType: source.type,
            sourceKey: source.key,
            targetType,
          },
          query: { ...query, sourceStatus },
        },
        aboutFind(relation, source),
      ),
  })
}

/** One page of the sources that a target has under one relation name. */
export function findSources(
  site: Site,
  caller: Caller,
  input: WithoutProfile<FindSources>,
): Promise<FoundPage> {
  const { relation, target, sourceType } = input
  const query = queryOf(input, site)
  return findPage(site, caller, {
    relation,
    near: target,
    nearEnd: 'target',
    otherType: sourceType,
    start: query.start,
    limit: query.limit,
    nearStatus: query.targetStatus,
    ask: (by, targetStatus) =>
      by.read(
        'get',
        '/wiki/rest/api/relation/{relationName}/to/{targetType}/{targetKey}/from/{sourceType}',
        {
          path: {
            relationName: relation,
            targetType: target.type,
            targetKey: target.key,
            sourceType,
          },
          query: { ...query, targetStatus },
        },
        aboutFind(relation, target),
      ),
  })
}

async function findPage(site: Site, caller: Caller, find: Find): Promise<FoundPage> {
  const answer = await answerOrNone(site, caller, find)
  const found = (answer?.results ?? []).map((relation) => ({
    relation,
    other: otherEnd(
      relation,
      find.nearEnd === 'source' ? 'target' : 'source',
      find.otherType,
      site.origin,
    ),
  }))
  const identified = found.flatMap(({ relation, other }) =>
    other === null ? [] : [{ relation, other }],
  )
  const entities = identified.flatMap(({ relation, other }) => [
    ...(other.entity === null ? [] : [other.entity]),
    ...nearEntity(site, find, relation),
  ])
  site.known.addAll(entities)
  site.known.learnKeys(
    identified.flatMap(({ other: { ref } }) => (ref.type === 'space' ? [ref.key] : [])),
  )
  if (answer !== null && site.known.statusOf(find.near) === undefined) {
    site.known.add(find.near, find.nearStatus ?? 'current')
  }
  return {
    relations: identified.map(({ relation, other }) => oriented(find, relation, other.ref)),
    entities: [...new Map(entities.map((entity) => [entity.id, entity])).values()],
    unidentified: found.length - identified.length + (answer?.unusable ?? 0),
    next: nextStart({
      start: find.start,
      count: answer?.count ?? 0,
      limit: answer?.limit ?? find.limit,
      next: answer?._links['next'],
    }),
    calls: caller.calls(),
  }
}

/** The near end may be sent along too; it counts only if it is the one we asked about. */
function nearEntity(site: Site, find: Find, relation: FoundRelation): Entity[] {
  const near = otherEnd(relation, find.nearEnd, find.near.type, site.origin)
  return near?.entity && isSame(near.ref, find.near) ? [near.entity] : []
}

/** Where its spelling could not be asked for, the key of a space may still be in another case. */
const isSame = (one: EntityRef, other: EntityRef): boolean =>
  one.type === 'space' ? foldKey(one.key) === foldKey(other.key) : one.key === other.key

function oriented(find: Find, relation: FoundRelation, other: EntityRef) {
  const [source, target] = find.nearEnd === 'source' ? [find.near, other] : [other, find.near]
  const { createdBy, createdDate } = relation.relationData ?? {}
  return relationOf(find.relation, nodeId(source), nodeId(target), {
    ...(createdBy && { createdBy: personOf(createdBy) }),
    ...(createdDate && { createdAt: createdDate }),
  })
}

/**
 * The answer to a find; null where it is 404 although the thing exists, which means "none". For
 * content that is archived or trashed the find is tried once more with its status.
 */
async function answerOrNone(
  site: Site,
  caller: Caller,
  find: Find,
): Promise<V1RelationArray | null> {
  try {
    return await find.ask(caller, find.nearStatus)
  } catch (error) {
    if (!isNotFound(error)) throw error
    const status = site.known.statusOf(find.near) ?? (await statusOf(site, caller, find.near))
    if (status === null) throw error
    const asIs =
      find.near.type !== 'content' || find.nearStatus !== undefined || status === 'current'
    return asIs ? null : await find.ask(caller, status).catch(noneIfNotFound)
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'not-found'

const noneIfNotFound = (error: unknown): null => {
  if (isNotFound(error)) return null
  throw error
}

/** Null where it is not there. Throws where nobody could say. */
async function statusOf(site: Site, caller: Caller, ref: EntityRef): Promise<string | null> {
  const { entities, failed } = await describe(site, caller, [ref])
  const title = failed.find(({ part }) => part === 'title')
  if (title !== undefined) throw new FailureError(title.failure)
  return entities[0]?.status ?? null
}
