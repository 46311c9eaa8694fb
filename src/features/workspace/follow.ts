import type { WorkspaceEvent } from '@shared/workspace'
import type { Client } from '../../transport'

/** After so many ms a broken stream is asked for again. */
const again = 1_000

type Of = {
  readonly client: Client
  readonly profile: string
  readonly idNow: () => string
  readonly page: string
  /** What the page has already; it hears what came after. */
  readonly version: () => number
}

/** Hears what is written to a workspace, and begins again where it broke off. Returns how to stop. */
export function follow(
  { client, profile, page, idNow, version }: Of,
  take: (event: WorkspaceEvent) => void,
): () => void {
  const closing = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const listen = async (): Promise<void> => {
    try {
      const events = await client.workspace.follow(
        { profile, workspace: idNow(), page, since: version() },
        { signal: closing.signal },
      )
      for await (const event of events) if (!closing.signal.aborted) take(event)
    } catch {
      // A save fails with a reason where the host is gone; this only listens.
    }
    if (!closing.signal.aborted) timer = setTimeout(() => void listen(), again)
  }
  void listen()
  return () => {
    clearTimeout(timer)
    closing.abort()
  }
}
