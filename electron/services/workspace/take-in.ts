import { renameSync } from 'node:fs'
import { FailureError } from '@shared/failure'
import type { WorkspaceInfo } from '@shared/workspace'
import {
  DamagedFile,
  failureOfFile,
  inUse,
  noWorkspace,
  otherSite,
  unlooked,
} from './file-failures'
import { defaultName, type Folder, wordOf } from './folder'
import type { Inspector } from './inspect'
import { openFile } from './open-file'
import type { OpenSet } from './open-set'
import { copyAll, withRescued } from './rescue'
import { createStore } from './store'

type Parts = {
  readonly folder: Folder
  readonly files: OpenSet
  readonly inspector: Inspector
}

/** What can be read of a file, as a new workspace; where that fails, none is left. */
const rescueFrom = (
  { folder, files, inspector }: Parts,
  path: string,
  { site, name, what }: { readonly site: string; readonly name: string; readonly what: string },
): Promise<WorkspaceInfo> =>
  withRescued({ path, folder: folder.path, what }, inspector, (found) => {
    if (found.site !== null && found.site !== site) throw otherSite(what, found.site, site)
    const id = folder.freeName(name)
    try {
      const { store } = files.make(id)
      const now = new Date().toISOString()
      store.setMeta({ site, createdAt: found.store.meta('createdAt') ?? now, changedAt: now })
      copyAll(found, store)
      files.shut(id)
      if (folder.hasLog(id)) throw new FailureError({ kind: 'storage', what: wordOf(id) })
      return { ...files.info(id), lost: [...found.lost] }
    } catch (error) {
      files.shut(id)
      folder.discard(id)
      throw error
    }
  })

/** The site of a file, which is looked at and closed again. Throws `DamagedFile`. */
function siteIn(path: string, what: string): string {
  const { db, close } = openFile(path, what)
  try {
    return createStore(db, what, close).meta('site') ?? ''
  } finally {
    close()
  }
}

/** Moves a file in under a free name, as it is. */
function moveIn({ folder, files }: Parts, path: string, site: string, name: string): WorkspaceInfo {
  const what = 'The file'
  const its = siteIn(path, what)
  if (its !== site) throw otherSite(what, its, site)
  const id = folder.freeName(name)
  renameSync(path, folder.newPath(id))
  return files.info(id)
}

/** Ways in for a file that this program may not have written. */
export function createTakingIn(folder: Folder, files: OpenSet, inspector: Inspector) {
  const parts: Parts = { folder, files, inspector }
  return {
    /**
     * Takes the file at a path in under a free name. One that is damaged, or holds tables that are not ours,
     * is read into a clean one; one that is no workspace of the site leaves nothing.
     */
    takeIn: async (site: string, file: string, path: string): Promise<WorkspaceInfo> => {
      const what = 'The file'
      const name = folder.nameFrom(file) ?? defaultName(site)
      try {
        const [look] = await inspector.look([path])
        if (look === 'strange') throw new FailureError(noWorkspace(what))
        if (look === 'busy') throw new FailureError(inUse(what))
        if (look === 'unknown') throw new FailureError(unlooked(what))
        if (look === 'damaged' || look === 'late')
          return await rescueFrom(parts, path, { site, name, what })
        try {
          return moveIn(parts, path, site, name)
        } catch (error) {
          if (!(error instanceof DamagedFile)) throw error
          return await rescueFrom(parts, path, { site, name, what })
        }
      } catch (error) {
        throw failureOfFile(error, 'The folder of workspaces')
      }
    },
    /** Saves what can be read of a damaged workspace into a new one; the file stays as it is. */
    rescue: (site: string, id: string): Promise<WorkspaceInfo> => {
      const name = `${folder.nameFrom(id)?.slice(0, 60) ?? defaultName(site)} rescued`
      return rescueFrom(parts, folder.pathOf(id), { site, name, what: wordOf(id) })
    },
  }
}
