import { setTimeout as wait } from 'node:timers/promises'
import type { FindTargets, OneRelation } from '@shared/contract'
import { checkDelete, checkRelation } from '@shared/edit'
import { explain, type Failure, FailureError } from '@shared/failure'
import { nodeId, type Relation, relationOf } from '@shared/graph'
import { quoted } from '@shared/text'
import { V1Relation } from './answers'
import { type Answer, type Caller, parseAnswer } from './call'
import { personOf } from './entity-of'
import { isPage } from './refusal'

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
  doing: `${doing} the relation ${quoted(ends.relation)}`,
})

function relationIn(ends: Ends, body: V1Relation): Relation {
  const { createdBy, createdDate } = body.relationData ?? {}
  return relationOf(ends.relation, nodeId(ends.source), nodeId(ends.target), {
    ...(createdBy && { createdBy: personOf(createdBy) }),
    ...(createdDate && { createdAt: createdDate }),
  })
}

/**
 * The relation, or null where Confluence says that there is none between these two. An answer that
 * is not about the relation proves neither, and is thrown.
 */
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
    if (saysMissing(error)) return null
    throw error
  }
}

const saysMissing = (error: unknown): boolean =>
  error instanceof FailureError &&
  error.failure.kind === 'not-found' &&
  error.failure.unsaid !== true

const refuse = (failure: Failure | null): void => {
  if (failure !== null) throw new FailureError(failure)
}

/**
 * Makes a relation, after the rules of the API and ours. Its creator and date are read back where
 * the answer lacks them; `delayMs` is the wait before a second look. Throws `write-unknown` where
 * no answer says whether it was made.
 */
export async function createRelation(
  caller: Caller,
  ends: Ends,
  delayMs: number,
): Promise<Relation> {
  refuse(checkRelation(ends.relation, ends.source, ends.target))
  const answer = await sent(caller, 'put', ends)
  if (answer instanceof FailureError) {
    const seen = await lookBack(caller, ends, delayMs, true)
    if (seen.kind === 'there') return seen.relation
    throw seen.kind === 'none' ? answer : unknown('create', ends, answer)
  }
  const body = bodyOf(answer)
  if (!(body instanceof FailureError) && body.relationData?.createdBy) return relationIn(ends, body)
  const seen = await lookBack(caller, ends, delayMs, true)
  if (seen.kind === 'there') return seen.relation
  if (!(body instanceof FailureError)) return relationIn(ends, body)
  // 200 without a relation in it, and none to be seen: something else answered.
  throw seen.kind === 'none' ? body : unknown('create', ends, body)
}

/**
 * Deletes a relation; one that is gone already is deleted too. `delayMs` as for a new one. Throws
 * `write-unknown` where no answer says whether it is gone.
 */
export async function deleteRelation(caller: Caller, ends: Ends, delayMs: number): Promise<void> {
  refuse(checkDelete(ends.relation))
  const answer = await sent(caller, 'delete', ends)
  if (!(answer instanceof FailureError) && answer.status === 204) return
  // Whatever else is a success may be the page of a proxy.
  const failed = answer instanceof FailureError ? answer : noDeletion(answer)
  const seen = await lookBack(caller, ends, delayMs, false)
  if (seen.kind === 'none') return
  throw seen.kind === 'there' ? failed : unknown('delete', ends, failed)
}

const doings = { put: 'creating', delete: 'deleting' } as const

/** The answer to a write, or the failure after which it may have been done all the same. */
async function sent(
  caller: Caller,
  method: 'put' | 'delete',
  ends: Ends,
): Promise<Answer | FailureError> {
  try {
    return await caller.send(method, path, params(ends), about(ends, doings[method]))
  } catch (error) {
    if (error instanceof FailureError && mayHaveHappened(error.failure)) return error
    throw error
  }
}

function bodyOf(answer: Answer): V1Relation | FailureError {
  try {
    return parseAnswer(answer, V1Relation)
  } catch (error) {
    if (error instanceof FailureError) return error
    throw error
  }
}

const noDeletion = ({ status, text }: Answer): FailureError =>
  new FailureError({
    kind: 'unreadable-answer',
    status,
    detail: isPage(text) ? 'it is a web page, not data' : 'it does not confirm a deletion',
  })

const unknown = (doing: 'create' | 'delete', { relation }: Ends, cause: FailureError) =>
  new FailureError(
    { kind: 'write-unknown', doing, relation, why: explain(cause.failure).sentence },
    { cause },
  )

type Seen =
  | { readonly kind: 'there'; readonly relation: Relation }
  /** Confluence says that there is no such relation. */
  | { readonly kind: 'none' }
  /** No answer was about the relation. */
  | { readonly kind: 'unknown' }

async function look(caller: Caller, ends: Ends): Promise<Seen> {
  try {
    const relation = await getRelation(caller, ends)
    return relation === null ? { kind: 'none' } : { kind: 'there', relation }
  } catch (error) {
    if (error instanceof FailureError) return { kind: 'unknown' }
    throw error
  }
}

/** Looks after a write, and once more where it does not show yet; then the last look counts. */
async function lookBack(
  caller: Caller,
  ends: Ends,
  delayMs: number,
  wantsIt: boolean,
): Promise<Seen> {
  const toTheEnd = caller.withoutSignal()
  const first = await look(toTheEnd, ends)
  if (first.kind === (wantsIt ? 'there' : 'none')) return first
  await wait(delayMs)
  return look(toTheEnd, ends)
}

/** Nothing was sent where nobody was reached. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Whether a write that failed may have been done: the way back broke, not the way there. */
function mayHaveHappened(failure: Failure): boolean {
  switch (failure.kind) {
    case 'timeout':
    case 'unreadable-answer':
      return true
    case 'cancelled':
      return failure.sent === true
    case 'unreachable':
      return !neverSent.has(failure.code) && !failure.code.startsWith('PROXY_')
    case 'server':
      return failure.status === 502 || failure.status === 504
    default:
      return false
  }
}
