import { randomUUID } from 'node:crypto'
import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { Trashed, type WorkspaceInfo } from '@shared/workspace'
import { gone } from './file-failures'
import { ending, type Folder } from './folder'

/** What was known of a file when it was deleted: a file in the trash is never opened. */
const About = z.object({
  site: z.string().catch(''),
  deletedAt: z.iso.datetime(),
  nodes: z.int().catch(0),
  edges: z.int().catch(0),
})
const aboutFile = 'about.json'
/** What SQLite may have left beside a file belongs to it. */
const tails = ['', '-wal', '-journal']

/** Deleted workspaces, each in a folder of its own beside what was known of it. */
export function createTrash(folder: Folder) {
  const root = join(folder.path, '.trash')
  const placeOf = (id: string): string => {
    if (Trashed.shape.id.safeParse(id).success) return join(root, id)
    throw notThere()
  }
  return {
    /** Moves the closed file of a workspace here. Throws the failure `storage`. */
    put: ({ id: name, site, nodes, edges }: WorkspaceInfo): Trashed => {
      const path = folder.pathOf(name)
      const id = randomUUID()
      const place = join(root, id)
      const about = { site, nodes, edges, deletedAt: new Date().toISOString() }
      try {
        mkdirSync(place, { recursive: true, mode: 0o700 })
        writeFileSync(join(place, aboutFile), JSON.stringify(about), { mode: 0o600 })
        move(path, join(place, `${name}${ending}`))
      } catch (cause) {
        rmSync(place, { recursive: true, force: true })
        throw new FailureError({ kind: 'storage', what: 'The trash' }, { cause })
      }
      return { id, name, ...about, bytes: sizeOf(place) }
    },
    /** The last deleted first. */
    list: (): Trashed[] =>
      entriesIn(root)
        .filter((entry) => entry.isDirectory())
        .flatMap((entry) => found(join(root, entry.name), entry.name) ?? [])
        .sort((a, b) => b.deletedAt.localeCompare(a.deletedAt)),
    /** Moves one back, under a free name where its own is taken; gives the name. */
    restore: (id: string): string => {
      const place = placeOf(id)
      const one = found(place, id)
      if (one === null) throw notThere()
      const name = folder.isFree(one.name) ? one.name : folder.freeName(one.name)
      try {
        move(join(place, `${one.name}${ending}`), join(folder.path, `${name}${ending}`))
      } catch (cause) {
        throw new FailureError({ kind: 'storage', what: 'The workspace' }, { cause })
      }
      rmSync(place, { recursive: true, force: true })
      return name
    },
    /** Deletes these for good; one that is gone already is no failure. */
    discard: (ids: readonly string[]): void => {
      for (const place of ids.map(placeOf)) {
        try {
          rmSync(place, { recursive: true, force: true })
        } catch (cause) {
          throw new FailureError({ kind: 'storage', what: 'The trash' }, { cause })
        }
      }
    },
  }
}

const notThere = () => gone('This is no longer in the trash.', 'Look at the list again.')

/** Null for a folder that holds no workspace. */
function found(place: string, id: string): Trashed | null {
  const file = entriesIn(place).find(({ name }) => name.endsWith(ending))
  if (file === undefined) return null
  const name = file.name.slice(0, -ending.length)
  const read = Trashed.safeParse({ id, name, ...aboutIn(place), bytes: sizeOf(place) })
  return read.success ? read.data : null
}

function aboutIn(place: string): z.infer<typeof About> {
  try {
    return About.parse(JSON.parse(readFileSync(join(place, aboutFile), 'utf8')))
  } catch {
    // What was known is lost, the file is not.
    return { site: '', nodes: 0, edges: 0, deletedAt: lstatSync(place).mtime.toISOString() }
  }
}

const sizeOf = (place: string): number =>
  entriesIn(place)
    .filter(({ name }) => name !== aboutFile)
    .reduce((sum, { name }) => sum + lstatSync(join(place, name)).size, 0)

function entriesIn(place: string): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true })
  } catch {
    // No trash yet, or none of ours.
    return []
  }
}

function move(from: string, to: string): void {
  for (const tail of tails) {
    if (tail === '' || lstatSync(from + tail, { throwIfNoEntry: false }) !== undefined) {
      renameSync(from + tail, to + tail)
    }
  }
}
