import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FailureError } from '@shared/failure'
import { WorkspaceName } from '@shared/workspace'
import { quoted } from '@shared/text'
import { gone } from './file-failures'

export const ending = '.relx'

export const wordOf = (id: string): string => `The workspace ${quoted(id)}`

/** Named after the site, as people know it. */
export const defaultName = (site: string): string =>
  new URL(site).hostname.replace(/\.atlassian\.net$/, '').replace(/[^\p{L}\p{N} _-]+/gu, '-')

/** The files of workspaces, by the names that people see. */
export type Folder = ReturnType<typeof createFolder>

export function createFolder(dataDir: string) {
  const folder = join(dataDir, 'workspaces')
  const pathOf = (id: string): string => join(folder, `${id}${ending}`)
  const names = (): string[] => {
    makeFolder(folder)
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
      .map((file) => basename(file, ending))
  }
  return {
    path: folder,
    /** Where a file is that is there, whatever it is named. Throws a failure where it is not. */
    pathOf: (id: string): string => {
      // Only what the folder lists is there, so no name can lead out of it.
      if (names().includes(id)) return pathOf(id)
      throw gone(`${wordOf(id)} is not there any more.`, 'Choose another one.')
    },
    /** Where a new file goes. Throws a failure for what is no name. */
    newPath: (name: string): string => {
      if (WorkspaceName.safeParse(name).success) return pathOf(name)
      throw new FailureError({ kind: 'unfit-name', name })
    },
    names,
    /** Whether two names are one to some file systems, such as those that differ in case. */
    isSame: (one: string, other: string): boolean => sameAs(one) === sameAs(other),
    /** Moves a closed file, with what SQLite may have left beside it. */
    rename: (from: string, to: string): void => {
      for (const tail of ['', '-wal', '-journal']) {
        const path = `${pathOf(from)}${tail}`
        if (tail === '' || existsSync(path)) renameSync(path, `${pathOf(to)}${tail}`)
      }
    },
    isFree: (name: string): boolean => !names().map(sameAs).includes(sameAs(name)),
    /** The name, with a number where it is taken. */
    freeName: (name: string): string => {
      const taken = new Set(names().map(sameAs))
      for (let at = 1; ; at += 1) {
        const candidate = at === 1 ? fit(name, '') : fit(name, ` ${at}`)
        if (!taken.has(sameAs(candidate))) return candidate
      }
    },
    /** A name for a file that somebody brings, or null where nothing of it can be used. */
    nameFrom: (file: string): string | null => {
      const bare = basename(file, ending)
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, ' ')
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .trim()
      const name = fit(bare, '')
      return WorkspaceName.safeParse(name).success ? name : null
    },
    /** Whether a log of writes lies beside a closed file, since there was no room to fold it in. */
    hasLog: (id: string): boolean => existsSync(`${pathOf(id)}-wal`),
    discard: (id: string): void => {
      for (const tail of ['', '-wal', '-shm', '-journal'])
        rmSync(`${pathOf(id)}${tail}`, { force: true })
    },
  }
}

/** What file systems take for the same name, though they differ in which. */
const sameAs = (name: string): string => name.normalize('NFC').toLowerCase()

/** SQLite adds words to the name for files beside it; file systems end at 255 bytes. */
const mostBytes = 200

/** The name with the tail, both kept to what a file can bear; a letter is never cut in two. */
function fit(name: string, tail: string): string {
  const letters = Array.from(name)
  const tooLong = (): boolean => {
    const text = letters.join('') + tail
    return text.length > 80 || Buffer.byteLength(text) > mostBytes
  }
  while (letters.length > 1 && tooLong()) letters.pop()
  return letters.join('').trimEnd() + tail
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new FailureError({ kind: 'storage', what: 'The folder of workspaces' }, { cause })
  }
}
