import { useEffect } from 'react'
import { isEqual } from 'es-toolkit'
import type { Workbench } from './act'
import { menuActs, runPicked } from './app-menu'
import { contextOf, watchWorkbench } from './use-workbench'
import type { Client } from '../transport'

/** Ms; a crawl changes much more often than anybody opens a menu. */
const pause = 250

type Shown = { readonly acts: ReturnType<typeof menuActs>; readonly stop: AbortController }

/** Shows the acts in the menu of the program, as they can be done, and does what is picked there. */
export function useAppMenu(client: Client, workbench: Workbench): void {
  useEffect(() => {
    let shown: Shown = { acts: [], stop: new AbortController() }
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      const acts = menuActs(contextOf(workbench))
      if (isEqual(acts, shown.acts)) return
      const before = shown
      shown = { acts, stop: new AbortController() }
      void follow(client, acts, shown.stop.signal, (id) => pick(id, workbench))
      before.stop.abort()
    }
    show()
    const end = watchWorkbench(workbench, () => {
      timer ??= setTimeout(show, pause)
    })
    return () => {
      end()
      clearTimeout(timer)
      shown.stop.abort()
    }
  }, [client, workbench])
}

async function follow(
  client: Client,
  acts: ReturnType<typeof menuActs>,
  signal: AbortSignal,
  onPick: (id: string) => void,
): Promise<void> {
  try {
    for await (const { id } of await client.shell.menu({ acts }, { signal })) onPick(id)
  } catch {
    // Taken away, or the host is gone, which is said elsewhere.
  }
}

/** What these do where text is typed: there they are the text's. */
const ofText: Readonly<Record<string, string>> = {
  undo: 'undo',
  redo: 'redo',
  'select-all': 'selectAll',
}

function pick(id: string, workbench: Workbench): void {
  const isTyping = document.activeElement?.matches('input, textarea') === true
  const command = isTyping ? ofText[id] : undefined
  // The one way to undo typing from outside the keyboard; no browser takes it away.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (command !== undefined) document.execCommand(command)
  else runPicked(id, contextOf(workbench))
}
