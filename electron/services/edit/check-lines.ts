import type { LineCheck } from '@shared/contract'
import { type ChangeLine, type EditPort, ruleAgainst } from '@shared/edit'
import { type Failure, FailureError } from '@shared/failure'
import { type NodeId, refOf, relationOf } from '@shared/graph'
import type { RemoteClient } from '../remote'
import { editPort } from './port'

/** What each line would do at the server now; nothing is changed. */
export async function* checkLines(
  client: Pick<RemoteClient, 'get' | 'create' | 'delete' | 'describe'>,
  lines: readonly ChangeLine[],
  concurrency: number,
  signal?: AbortSignal,
): AsyncGenerator<LineCheck, void> {
  const ends = await lookedUpEnds(client, lines, signal)
  const port = editPort(client, () => null, { signal })
  for (let from = 0; from < lines.length; from += concurrency) {
    const group = lines.slice(from, from + concurrency)
    const checks = await Promise.all(
      group.map((line, at) => checkLine(from + at, line, ends, port)),
    )
    yield* checks
    if (signal?.aborted === true) return
  }
}

/** Ends that are not there, and those of which that is not known, with the reason. */
type Ends = {
  readonly missing: ReadonlySet<NodeId>
  readonly failed: ReadonlyMap<NodeId, Failure>
}

async function lookedUpEnds(
  client: Pick<RemoteClient, 'describe'>,
  lines: readonly ChangeLine[],
  signal?: AbortSignal,
): Promise<Ends> {
  const ids = [...new Set(lines.flatMap(({ source, target }) => [source, target]))]
  const { missing, failed } = await client.describe(ids.map(refOf), signal)
  const reasons = failed.flatMap(({ part, nodes, failure }) =>
    part === 'title' ? nodes.map((id) => [id, failure] as const) : [],
  )
  return { missing: new Set(missing), failed: new Map(reasons) }
}

async function checkLine(
  at: number,
  line: ChangeLine,
  ends: Ends,
  port: EditPort,
): Promise<LineCheck> {
  const rule = ruleAgainst(line)
  if (rule !== null) return { at, verdict: 'refused', failure: rule }
  const { source, target } = line
  if (ends.missing.has(source) || ends.missing.has(target)) return { at, verdict: 'unknown-end' }
  try {
    const there = await port.get(relationOf(line.relation, line.source, line.target), 'before')
    if (line.action !== 'create') return { at, verdict: there === null ? 'gone-already' : 'new' }
    if (there !== null) return { at, verdict: 'there-already' }
    // Whether it can be made is not known while nobody can say that its ends are there.
    const failure = ends.failed.get(source) ?? ends.failed.get(target)
    return failure === undefined ? { at, verdict: 'new' } : { at, verdict: 'failed', failure }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { at, verdict: 'failed', failure: error.failure }
  }
}
