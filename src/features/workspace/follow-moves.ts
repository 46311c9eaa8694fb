import type { WorkspaceMove } from '@shared/workspace'
import type { Client } from '../../transport'

type Options = {
  readonly client: Client
  readonly profile: string
  readonly idNow: () => string
  readonly onMove: (move: WorkspaceMove) => void
}

/** After this many ms a broken stream is asked for again. */
const again = 2_000

/** Follows the file of a workspace to where its work goes on; gives how to stop. */
export function followMoves({ client, profile, idNow, onMove }: Options): () => void {
  const closing = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = async (): Promise<void> => {
    try {
      const at = { profile, workspace: idNow() }
      const moves = await client.workspace.watch(at, { signal: closing.signal })
      for await (const move of moves) onMove(move)
    } catch {
      // A save fails with a reason where the host is gone; this only follows.
    }
    if (!closing.signal.aborted) timer = setTimeout(() => void follow(), again)
  }
  void follow()
  return () => {
    clearTimeout(timer)
    closing.abort()
  }
}
