import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FailureError } from '@shared/failure'
import { WorkspaceId } from '@shared/workspace'

export const ending = '.relx'

export const rule = (sentence: string, next: string) =>
  new FailureError({ kind: 'rule', sentence, next })

export const wordOf = (id: string): string => `The workspace “${id}”`

const nameHint = 'Use up to 80 letters, digits, spaces, “-” and “_”.'

/** Named after the site, as people know it. */
export const defaultName = (site: string): string =>
  new URL(site).hostname.replace(/\.atlassian\.net$/, '').replace(/[^\p{L}\p{N} _-]+/gu, '-')

/** The files of workspaces, by the names that people see. */
export type Folder = ReturnType<typeof createFolder>

export function createFolder(dataDir: string) {
  const folder = join(dataDir, 'workspaces')
  const pathOf = (id: string): string => {
    const known = WorkspaceId.safeParse(id)
    if (!known.success) throw rule(`“${id}” cannot be the name of a workspace.`, nameHint)
    return join(folder, `${known.data}${ending}`)
  }
  const names = (): string[] => {
    makeFolder(folder)
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
      .map((file) => basename(file, ending))
  }
  return {
    path: folder,
    pathOf,
    names,
    /** The name, with a number where it is taken. */
    freeName: (name: string): string => {
      const taken = new Set(names().map((one) => one.toLowerCase()))
      for (let at = 1; ; at += 1) {
        const candidate = at === 1 ? name : `${name.slice(0, 74)} ${at}`
        if (!taken.has(candidate.toLowerCase())) return candidate
      }
    },
    /** A name for a file that somebody brings, or null where nothing of it can be used. */
    nameFrom: (file: string): string | null => {
      const bare = basename(file, ending)
        .replace(/[^\p{L}\p{N}_-]+/gu, ' ')
        .trim()
      return WorkspaceId.safeParse(bare).success ? bare : null
    },
    discard: (id: string): void => {
      for (const tail of ['', '-wal', '-shm']) rmSync(`${pathOf(id)}${tail}`, { force: true })
    },
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new FailureError({ kind: 'storage', what: 'The folder of workspaces' }, { cause })
  }
}
