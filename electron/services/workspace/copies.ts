import { rmSync } from 'node:fs'
import type { Folder } from './folder'
import type { OpenSet } from './open-set'

/** Copies of a workspace beside it. */
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
  }
}
