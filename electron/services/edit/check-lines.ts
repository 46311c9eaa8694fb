import type { LineCheck } from '@shared/contract'
import { type ChangeLine, type EditPort, ruleAgainst } from '@shared/edit'
import { FailureError } from '@shared/failure'
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
  const missing = await missingEnds(client, lines, signal)
  const port = editPort(client, () => null, { signal })
  for (let from = 0; from < lines.length; from += concurrency) {
    const group = lines.slice(from, from + concurrency)
    const checks = await Promise.all(
      group.map((line, at) => checkLine(from + at, line, missing, port)),
    )
    yield* checks
    if (signal?.aborted === true) return
  }
}

async function missingEnds(
  client: Pick<RemoteClient, 'describe'>,
  lines: readonly ChangeLine[],
  signal?: AbortSignal,
): Promise<ReadonlySet<NodeId>> {
  const ids = [...new Set(lines.flatMap(({ source, target }) => [source, target]))]
  return new Set((await client.describe(ids.map(refOf), signal)).missing)
}

async function checkLine(
  at: number,
  line: ChangeLine,
  missing: ReadonlySet<NodeId>,
  port: EditPort,
): Promise<LineCheck> {
  const rule = ruleAgainst(line)
  if (rule !== null) return { at, verdict: 'refused', failure: rule }
  if (missing.has(line.source) || missing.has(line.target)) return { at, verdict: 'unknown-end' }
  try {
    const there = await port.get(relationOf(line.relation, line.source, line.target))
    if (line.action === 'create') {
      return { at, verdict: there === null ? 'new' : 'there-already' }
    }
    return { at, verdict: there === null ? 'gone-already' : 'new' }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { at, verdict: 'failed', failure: error.failure }
  }
}
