import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkspaceMove } from '@shared/workspace'
import type { OpenSet } from './open-set'

/** Between two looks at the files, in ms: a person sees within it what another program has done. */
const between = 1_000

/** Tells when work in a file goes on in another one. Ends when the signal aborts. */
export async function* watchMoves(
  files: OpenSet,
  first: string,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceMove, void> {
  let id = first
  const ended = () => signal.aborted
  while (!ended()) {
    files.settleAll()
    const move = files.moves.of(id)
    if (move !== null) {
      id = move.to
      yield move
    }
    await nextLook(files, signal)
  }
}

/** The time is up, or a move was found by somebody who saved. */
async function nextLook({ moves }: OpenSet, signal: AbortSignal): Promise<void> {
  const woken = new AbortController()
  const silence = moves.listen(() => woken.abort())
  const either = AbortSignal.any([signal, woken.signal])
  try {
    await sleep(between, undefined, { signal: either, ref: false })
  } catch {
    // It was woken.
  } finally {
    silence()
  }
}
