import { basename, dirname, resolve } from 'node:path'
import type { HandedFile } from '@shared/contract'
import type { Workspaces } from '../services/workspace'

const ending = '.relx'

/** Whether a word of a command line, or what a system hands over, is a workspace's file. */
export const isWorkspaceFile = (path: string): boolean => path.toLowerCase().endsWith(ending)

/** Files that a system hands over, or that are named at the start, until a page takes them. */
export function createHandedFiles(workspaces: Pick<Workspaces, 'folder' | 'uploads'>) {
  const waiting: string[] = []
  /** Each page that waits. */
  const wakers = new Set<() => void>()
  const brought = (path: string): HandedFile => {
    const name = basename(path)
    if (dirname(resolve(path)) === resolve(workspaces.folder)) {
      return { name, upload: null, workspace: name.slice(0, -ending.length) }
    }
    try {
      return { name, upload: workspaces.uploads.bring(path), workspace: null }
    } catch {
      return { name, upload: null, workspace: null }
    }
  }
  return {
    /** Whether there are any that no page has taken. */
    areWaiting: (): boolean => waiting.length > 0,
    open: (path: string): void => {
      waiting.push(path)
      for (const wake of [...wakers]) wake()
    },
    /** Each file as it comes, until the signal aborts; what nobody took waits for the next page. */
    follow: async function* (signal: AbortSignal): AsyncGenerator<HandedFile, void> {
      let go: () => void = () => undefined
      const wake = () => go()
      const ended = () => signal.aborted
      wakers.add(wake)
      signal.addEventListener('abort', wake)
      try {
        while (!ended()) {
          const path = waiting.shift()
          if (path !== undefined) yield brought(path)
          else await new Promise<void>((next) => (go = next))
        }
      } finally {
        wakers.delete(wake)
        signal.removeEventListener('abort', wake)
      }
    },
  }
}
export type HandedFiles = ReturnType<typeof createHandedFiles>
