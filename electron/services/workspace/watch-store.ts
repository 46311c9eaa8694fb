import { isEqual } from 'es-toolkit'
import type { WorkspaceEvent, WorkspaceState } from '@shared/workspace'
import type { Written } from './live'
import type { Store } from './store'

type Wanted = {
  readonly page: string
  /** The version that the page has. */
  readonly since: number
  /** All of the workspace, as it is now. */
  readonly state: () => WorkspaceState
}

/**
 * What is written to a workspace, for one page, from the version on that it has. It asks for what it
 * has not told yet, so a page that is slow or was away loses nothing. Ends when the signal aborts.
 */
export async function* watchStore(
  store: Pick<Store, 'live' | 'version'>,
  { page, since, state }: Wanted,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceEvent, void> {
  const live = store.live()
  let wake: () => void = () => undefined
  let seen = since
  let present: ReturnType<typeof live.present> | null = null
  const onAbort = () => wake()
  const leave = live.enter(page, () => wake())
  signal.addEventListener('abort', onAbort)
  const isOver = () => signal.aborted
  try {
    while (!isOver()) {
      const changed = new Promise<void>((resolve) => (wake = resolve))
      const now = live.present()
      const written = live.since(seen, store.version())
      if (!isEqual(now, present)) {
        present = now
        yield { kind: 'present', present: now }
      }
      if (written === null) {
        seen = store.version()
        yield { kind: 'anew', version: seen, n: live.lastOf(page), state: state() }
        continue
      }
      for (const one of written) {
        seen = one.version
        yield toldTo(page, one)
      }
      if (written.length === 0 && !isOver()) await changed
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    leave()
  }
}

const toldTo = (page: string, { version, by, n, update }: Written): WorkspaceEvent => ({
  kind: 'update',
  version,
  by,
  n,
  update: by === page && n !== null ? {} : update,
})
