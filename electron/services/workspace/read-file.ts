import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import Database from 'libsql'
import { FailureError } from '@shared/failure'
import type { WorkspaceState } from '@shared/workspace'
import { quoted } from '@shared/text'
import { DamagedFile, failureOfFile, inUse, isInUse, noWorkspace, unlooked } from './file-failures'
import { ending } from './folder'
import { createInspector } from './inspect'
import { openFile } from './open-file'
import { withRescued } from './rescue'
import { createStore, type Store } from './store'

const magic = 'SQLite format 3\0'

/** Whether a file is meant as a workspace: by its name, or by how it begins. Throws what the file system throws. */
export function isWorkspaceFile(path: string): boolean {
  const start = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, magic.length, 0)
  } finally {
    closeSync(file)
  }
  return extname(path) === ending || start.toString('latin1') === magic
}

export type ReadWorkspace = Omit<
  WorkspaceState,
  'info' | 'readOnly' | 'session' | 'version' | 'present'
> & {
  readonly site: string
}

/**
 * All that can be read of a workspace's file; `unreadable` tells what cannot. The file itself is
 * only looked at, first in a process of its own: opening it to work in would bring it to the
 * present version and lock it, so that is done to a copy, which is gone afterwards.
 */
export async function readWorkspaceFile(path: string): Promise<ReadWorkspace> {
  const what = `The workspace ${quoted(basename(path, ending))}`
  const inspector = createInspector()
  const folder = mkdtempSync(join(tmpdir(), 'relation-explorer-'))
  try {
    refuseWhereInUse(path, what)
    const [look] = await inspector.look([path])
    if (look === 'busy') throw new FailureError(inUse(what))
    if (look === 'strange') throw new FailureError(noWorkspace(what))
    if (look === 'unknown') throw new FailureError(unlooked(what))
    const whole =
      look === 'damaged' || look === 'late' ? null : readWhole(path, join(folder, 'copy'), what)
    if (whole !== null) return whole
    return await withRescued({ path, folder, what }, inspector, ({ site, read, lost }) => ({
      ...readAs(site, read, what),
      unreadable: [...lost],
    }))
  } catch (error) {
    throw failureOfFile(error, what)
  } finally {
    inspector.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asked of SQLite here too: a lock of this very process is not seen by another. */
function refuseWhereInUse(path: string, what: string): void {
  const [shared, log] = [`${path}-shm`, `${path}-wal`]
  const [wasShared, wasLogged] = [existsSync(shared), existsSync(log)]
  let db: Database.Database | null = null
  try {
    db = new Database(path, { readonly: true, timeout: 0 })
    // Not prepared: the package keeps a connection, and its lock, until its statements are collected.
    db.exec('select count(*) from sqlite_schema')
  } catch (error) {
    if (isInUse(error)) throw new FailureError(inUse(what))
  } finally {
    db?.close()
    // Made by the question.
    if (!wasShared) rmSync(shared, { force: true })
    const size = statSync(log, { throwIfNoEntry: false })?.size
    if (!wasLogged && size === 0) rmSync(log, { force: true })
  }
}

/** Null where it is damaged, or holds tables that are not ours. */
function readWhole(path: string, copy: string, what: string): ReadWorkspace | null {
  for (const tail of ['', '-wal', '-journal']) {
    if (existsSync(`${path}${tail}`)) copyFileSync(`${path}${tail}`, `${copy}${tail}`)
  }
  try {
    const { db, close } = openFile(copy, what)
    try {
      const store = createStore(db, what, close)
      return readAs(store.meta('site'), store.read(), what)
    } finally {
      close()
    }
  } catch (error) {
    if (failureOfFile(error, what) instanceof DamagedFile) return null
    throw error
  }
}

type Read = ReturnType<Store['read']>

function readAs(site: string | null, read: Read, what: string): ReadWorkspace {
  if (site !== null) return { site, ...read }
  throw new FailureError({
    kind: 'unfit-file',
    sentence: `${what} does not say which site it is about.`,
    next: 'Choose another one.',
  })
}
