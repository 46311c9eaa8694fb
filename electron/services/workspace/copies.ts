import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ending, type Folder } from './folder'
import type { OpenSet } from './open-set'

/** Ways in and out for a whole file. */
export function createCopies(folder: Folder, files: OpenSet) {
  return {
    copy: (id: string, name: string) => {
      const to = folder.freeName(name)
      const path = folder.newPath(to)
      try {
        files.get(id).store.copyTo(path)
      } catch (error) {
        // A full disk leaves no half of a copy.
        rmSync(path, { force: true })
        throw error
      }
      return files.info(to)
    },
    download: (id: string) => {
      // Of a folder that cannot be written, too.
      const temporary = join(tmpdir(), `relation-explorer-${randomUUID()}`)
      try {
        files.get(id).store.copyTo(temporary)
        return { name: `${id}${ending}`, data: readFileSync(temporary).toString('base64') }
      } finally {
        rmSync(temporary, { force: true })
      }
    },
  }
}
