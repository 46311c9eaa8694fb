import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FailureError } from '@shared/failure'
import { defaultName, ending, type Folder, rule } from './folder'
import { failureOfFile } from './file-failures'
import type { OpenSet } from './open-set'

/** Ways in and out for a whole file. */
export function createCopies(folder: Folder, files: OpenSet) {
  return {
    copy: (id: string, name: string) => {
      const to = folder.freeName(name)
      files.get(id).store.copyTo(folder.newPath(to))
      return files.info(to)
    },
    download: (id: string) => {
      const temporary = join(folder.path, `.${randomUUID()}.copy`)
      try {
        files.get(id).store.copyTo(temporary)
        return { name: `${id}${ending}`, data: readFileSync(temporary).toString('base64') }
      } finally {
        rmSync(temporary, { force: true })
      }
    },
    /** Takes a file in under a free name; one that is no workspace of the site leaves nothing. */
    upload: (site: string, name: string, data: string) => {
      const id = folder.freeName(folder.nameFrom(name) ?? defaultName(site))
      try {
        writeFileSync(folder.newPath(id), Buffer.from(data, 'base64'), { mode: 0o600 })
      } catch (error) {
        throw failureOfFile(error, 'The folder of workspaces')
      }
      const taken = files.info(id)
      if (taken.closed === null && taken.site === site) return taken
      folder.discard(id)
      if (taken.closed !== null) throw new FailureError(taken.closed)
      throw rule(`This workspace is about ${taken.site}, not ${site}.`, 'Open that site first.')
    },
  }
}
