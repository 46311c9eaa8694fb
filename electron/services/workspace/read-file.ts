import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'libsql'
import type { WorkspaceState } from '@shared/workspace'
import { ending, rule } from './folder'
import { failureOfFile } from './file-failures'
import { openFile } from './open-file'
import { createStore } from './store'

const magic = 'SQLite format 3\0'

/** Whether a file is a workspace, by how it begins. Throws what the file system throws. */
export function isWorkspaceFile(path: string): boolean {
  const start = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, magic.length, 0)
  } finally {
    closeSync(file)
  }
  return start.toString('latin1') === magic
}

export type ReadWorkspace = Omit<WorkspaceState, 'info' | 'readOnly' | 'session'> & {
  readonly site: string
}

/**
 * All that a workspace's file holds. The file itself is only looked at: opening it to work in
 * would bring it to the present version and lock it, so that is done to a copy.
 */
export function readWorkspaceFile(path: string): ReadWorkspace {
  const what = `The workspace “${basename(path, ending)}”`
  const folder = mkdtempSync(join(tmpdir(), 'relation-explorer-'))
  try {
    refuseWhereInUse(path, what)
    const copy = join(folder, 'copy')
    for (const tail of ['', '-wal']) {
      if (existsSync(`${path}${tail}`)) copyFileSync(`${path}${tail}`, `${copy}${tail}`)
    }
    const { db, close } = openFile(copy, what)
    try {
      const store = createStore(db, what)
      const site = store.meta('site')
      if (site === null)
        throw rule(`${what} does not say which site it is about.`, 'Choose another one.')
      return { site, ...store.read() }
    } finally {
      close()
    }
  } catch (error) {
    throw failureOfFile(error, what)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A copy that is taken while another program writes could be torn. */
function refuseWhereInUse(path: string, what: string): void {
  let db: Database.Database | null = null
  try {
    db = new Database(path, { readonly: true, timeout: 0 })
    db.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    throw failureOfFile(error, what)
  } finally {
    db?.close()
  }
}
