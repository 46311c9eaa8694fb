import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Fork } from '../services/child'
import { mergeList, moveFile, withFileLock } from '../services/files'
import { moveVocabularies, moveWorkspaces } from '../services/workspace'
import { dataFolderOf, formerFoldersOf } from './data-folder'

type Wanted = {
  readonly log: (line: string) => void
  readonly fork?: Fork | undefined
  /** Where all of it belongs, and where it stood before; by default as the system has it. */
  readonly to?: string
  readonly from?: readonly string[]
}

/** ms that a second program waits for one that moves: from disk to disk that may take a while. */
const patience = 10 * 60 * 1000

/** Files of which there is one: what stands in the new place stays, and the old one with it. */
const single = ['settings.json', 'window.json']
const profiles = 'profiles.json'

/**
 * The folder of this person's data, with all that earlier versions kept elsewhere moved into it, once,
 * by one program at a time. Nothing there is written over, and no secret is in any of it: those are in
 * the keychain, under the ids of the connections. What cannot be moved stays, is told, and is tried
 * again at the next start.
 */
export async function openDataFolder({
  log,
  fork,
  to = dataFolderOf(),
  from = formerFoldersOf(),
}: Wanted): Promise<string> {
  const holding = () => from.filter((folder) => folder !== to && holdsOurs(folder, to))
  // Something is put in the new place before it leaves the old one: where nothing is left, all is there.
  if (holding().length === 0) return to
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    await withFileLock(
      join(to, 'moved'),
      async () => {
        for (const folder of holding()) await moveAll(folder, to, { log, fork })
      },
      patience,
    )
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    log(`What earlier versions kept could not be moved to ${to} (${code}); it stays where it is.`)
  }
  return to
}

/** Whether anything of ours is there that is to be moved. Electron may keep its own beside it. */
function holdsOurs(folder: string, to: string): boolean {
  const isNew = (name: string) => existsSync(join(folder, name)) && !existsSync(join(to, name))
  return (
    single.some(isNew) ||
    namesIn(folder).some((name) => name.startsWith(profiles)) ||
    namesIn(join(folder, 'vocabularies')).some((name) => !name.startsWith('.')) ||
    namesIn(join(folder, 'workspaces')).some((name) => name.endsWith('.relx')) ||
    namesIn(join(folder, 'workspaces', '.trash')).length > 0
  )
}

async function moveAll(
  from: string,
  to: string,
  { log, fork }: Pick<Wanted, 'log' | 'fork'>,
): Promise<void> {
  const onLeft = (path: string) => log(`${path} could not be moved to ${to}; it stays where it is.`)
  const how = { fork, onLeft }
  const trying = async (path: string, work: () => boolean | Promise<void>): Promise<void> => {
    try {
      if ((await work()) === false) onLeft(path)
    } catch {
      onLeft(path)
    }
  }
  await moveWorkspaces(from, to, how)
  await moveVocabularies(from, to, how)
  for (const name of namesIn(from)) {
    const [path, at] = [join(from, name), join(to, name)]
    const kind = { list: 'profiles', key: 'id' }
    if (name === profiles) await trying(path, () => mergeList(path, at, kind))
    // A list that could not be understood was put aside under such a name.
    else if (name.startsWith(`${profiles}.`)) await trying(path, () => moveFile(path, at))
    else if (single.includes(name) && !existsSync(at)) await trying(path, () => moveFile(path, at))
  }
  tidy(from)
}

/** Takes away the folders that are empty now, and the locks of lists that are no longer there. */
function tidy(from: string): void {
  const vocabularies = join(from, 'vocabularies')
  for (const folder of [from, vocabularies]) {
    for (const name of namesIn(folder)) {
      const list = /^\.(.+\.json)\.lock$/.exec(name)?.[1]
      if (list !== undefined && !existsSync(join(folder, list))) {
        rmSync(join(folder, name), { force: true })
      }
    }
  }
  const workspaces = join(from, 'workspaces')
  for (const folder of [vocabularies, join(workspaces, '.trash'), workspaces, from]) {
    try {
      rmdirSync(folder)
    } catch {
      // Something else is in it, or it is not there.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
