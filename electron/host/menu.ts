import type { MenuAct } from '@shared/contract'

/** A menu of the platform. Shows acts, and tells which was picked until they are taken away. */
export type PlatformMenu = {
  readonly show: (acts: readonly MenuAct[], onPick: (id: string) => void) => () => void
}

/** The acts in the menu, where the shell has one, until the signal aborts: each pick as it comes. */
export async function* picksOf(
  menu: PlatformMenu | undefined,
  acts: readonly MenuAct[],
  signal: AbortSignal,
): AsyncGenerator<{ id: string }, void> {
  const picked: string[] = []
  let wake: () => void = () => undefined
  const takeAway = menu?.show(acts, (id) => {
    picked.push(id)
    wake()
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  const ended = () => signal.aborted
  try {
    while (!ended()) {
      const id = picked.shift()
      if (id !== undefined) yield { id }
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    takeAway?.()
  }
}
