import { setTimeout as wait } from 'node:timers/promises'
import type { FindTargets, OneRelation } from '@shared/contract'
import { checkDelete, checkRelation } from '@shared/edit'
import { type Failure, FailureError } from '@shared/failure'
import { nodeId, type Relation, relationOf } from '@shared/graph'
import { V1Relation } from './answers'
import { type Answer, type Caller, parseAnswer } from './call'
import { personOf } from './entity-of'

type Ends = Omit<OneRelation, 'profile'>
type Expand = FindTargets['expand']

const path =
  '/wiki/rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}/{targetKey}'

const params = ({ relation, source, target, ...ends }: Ends) => ({
  path: {
    relationName: relation,
    sourceType: source.type,
    sourceKey: source.key,
    targetType: target.type,
    targetKey: target.key,
  },
  query: {
    sourceStatus: ends.sourceStatus,
    targetStatus: ends.targetStatus,
    sourceVersion: ends.sourceVersion,
    targetVersion: ends.targetVersion,
  },
})

const about = (ends: Ends, doing: string) => ({
  what: `${nodeId(ends.source)} or ${nodeId(ends.target)}`,
  doing: `${doing} the relation “${ends.relation}”`,
})

function relationIn(ends: Ends, body: V1Relation | null): Relation {
  const { createdBy, createdDate } = body?.relationData ?? {}
  return relationOf(ends.relation, nodeId(ends.source), nodeId(ends.target), {
    ...(createdBy && { createdBy: personOf(createdBy) }),
    ...(createdDate && { createdAt: createdDate }),
  })
}

/** The relation, or null where Confluence knows none between these two. */
export async function getRelation(
  caller: Caller,
  ends: Ends,
  expand: Expand = ['relationData'],
): Promise<Relation | null> {
  const { path: keys, query } = params(ends)
  try {
    const body = await caller.read(
      'get',
      path,
      { path: keys, query: { ...query, expand } },
      { ...about(ends, 'reading'), schema: V1Relation },
    )
    return relationIn(ends, body)
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'not-found') return null
    throw error
  }
}

const refuse = (failure: Failure | null): void => {
  if (failure !== null) throw new FailureError(failure)
}

/**
 * Makes a relation, after the rules of the API and ours. Its creator and date are read back where
 * the answer lacks them; `delayMs` is the wait before a second look.
 */
export async function createRelation(
  caller: Caller,
  ends: Ends,
  delayMs: number,
): Promise<Relation> {
  refuse(checkRelation(ends.relation, ends.source, ends.target))
  const answer = await caller.send('put', path, params(ends), about(ends, 'creating'))
  const body = bodyOf(answer)
  if (body?.relationData?.createdBy) return relationIn(ends, body)
  const seen = await readBack(caller, ends, delayMs)
  if (seen !== null) return seen
  // 200 without a relation in it, and none to be seen: something else answered.
  return body === null ? relationIn(ends, parseAnswer(answer, V1Relation)) : relationIn(ends, body)
}

function bodyOf(answer: Answer): V1Relation | null {
  try {
    return parseAnswer(answer, V1Relation)
  } catch {
    return null
  }
}

/** The write is done by now, so a look that fails does not undo it. */
async function readBack(caller: Caller, ends: Ends, delayMs: number): Promise<Relation | null> {
  try {
    const seen = await getRelation(caller, ends)
    if (seen !== null) return seen
    await wait(delayMs)
    return await getRelation(caller, ends)
  } catch {
    return null
  }
}

/** Deletes a relation; one that is gone already is deleted too. */
export async function deleteRelation(caller: Caller, ends: Ends): Promise<void> {
  refuse(checkDelete(ends.relation))
  const answer = await caller.send('delete', path, params(ends), about(ends, 'deleting'))
  // A proxy's page in 200 would otherwise pass for a deletion.
  if (answer.status !== 204 && /^\s*</.test(answer.text)) {
    throw new FailureError({
      kind: 'unreadable-answer',
      status: answer.status,
      detail: 'it is a web page, not data',
    })
  }
}
