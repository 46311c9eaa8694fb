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
  const call = caller.send('put', path, params(ends), about(ends, 'creating'))
  const answer = await call.catch(async (error: unknown) => {
    const seen = mayHaveHappened(error) ? await readBack(caller, ends, delayMs) : null
    if (seen === null) throw error
    return seen
  })
  if (!('text' in answer)) return answer
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

async function isGone(caller: Caller, ends: Ends, delayMs: number): Promise<boolean> {
  try {
    if ((await getRelation(caller, ends)) === null) return true
    await wait(delayMs)
    return (await getRelation(caller, ends)) === null
  } catch {
    return false
  }
}

/** Nothing was sent where nobody was reached. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Whether a write that failed may have been done: the way back broke, not the way there. */
function mayHaveHappened(error: unknown): boolean {
  if (!(error instanceof FailureError)) return false
  const { failure } = error
  switch (failure.kind) {
    case 'timeout':
    case 'unreadable-answer':
      return true
    case 'unreachable':
      return !neverSent.has(failure.code) && !failure.code.startsWith('PROXY_')
    case 'server':
      return failure.status === 502 || failure.status === 504
    default:
      return false
  }
}

/** Deletes a relation; one that is gone already is deleted too. `delayMs` as for a new one. */
export async function deleteRelation(caller: Caller, ends: Ends, delayMs: number): Promise<void> {
  refuse(checkDelete(ends.relation))
  const call = caller.send('delete', path, params(ends), about(ends, 'deleting'))
  const answer = await call.catch(async (error: unknown) => {
    if (mayHaveHappened(error) && (await isGone(caller, ends, delayMs))) return null
    throw error
  })
  if (answer === null) return
  // A proxy's page in 200 would otherwise pass for a deletion.
  if (answer.status !== 204 && /^\s*</.test(answer.text)) {
    throw new FailureError({
      kind: 'unreadable-answer',
      status: answer.status,
      detail: 'it is a web page, not data',
    })
  }
}
