import { randomUUID } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '@shared/failure'
import { gone } from './file-failures'
import { ending } from './folder'

/** A file on its way out: what it is known by, what to name it, and how many bytes it has. */
export type Download = { readonly download: string; readonly name: string; readonly size: number }

/** Bytes of a part; a multiple of three, as base64 likes it. */
const partBytes = 3 * 256 * 1024

/** A page that went away in the middle drops none; so many are kept for those that are there. */
const most = 4

/** What it takes of the open files. */
type Files = { get(workspace: string): { store: { copyTo(path: string): void } } }

/** Files on their way out, part by part, so that none is ever in memory as a whole. */
export function createDownloads(files: Files) {
  /** Open files without a name, so that nothing is left of them after a crash. */
  const open = new Map<string, number>()
  const drop = (id: string): void => {
    const file = open.get(id)
    if (file === undefined) return
    open.delete(id)
    closeSync(file)
  }
  return {
    /** Takes the workspace as it is now; what is done to it later is not in the file. */
    begin: (workspace: string): Download => {
      // Of a folder that cannot be written, too.
      const path = join(tmpdir(), `relation-explorer-${randomUUID()}`)
      try {
        files.get(workspace).store.copyTo(path)
        const file = openSync(path, 'r')
        const download = randomUUID()
        open.set(download, file)
        for (const old of [...open.keys()].slice(0, -most)) drop(old)
        return { download, name: `${workspace}${ending}`, size: fstatSync(file).size }
      } finally {
        rmSync(path, { force: true })
      }
    },
    /** The bytes from `at` on, base64; none at the end. */
    part: (id: string, at: number): string => {
      const file = open.get(id)
      if (file === undefined) throw notGoing
      const part = Buffer.alloc(partBytes)
      try {
        return part.subarray(0, readSync(file, part, 0, partBytes, at)).toString('base64')
      } catch (cause) {
        drop(id)
        throw new FailureError({ kind: 'storage', what: 'The file' }, { cause })
      }
    },
    drop,
    close: (): void => {
      for (const id of [...open.keys()]) drop(id)
    },
  }
}

const notGoing = gone('This file is no longer being saved.', 'Save it again.')
