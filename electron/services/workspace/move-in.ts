import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Fork } from '../child'
import { mergeList, moveFile, writeWholeSync } from '../files'
import { createFolder, ending, type Folder } from './folder'
import { createInspector } from './inspect'

/** What SQLite leaves beside a file that was not closed; without the first two it is not whole. */
const tails = ['-wal', '-journal']

/** Which file of a folder is on its way, and as what: who was killed meanwhile goes on with it. */
const Note = z.object({ folder: z.string(), name: z.string(), as: z.string() })
type Note = z.infer<typeof Note>
const noteName = '.moving.json'

type How = {
  readonly fork?: Fork | undefined
  /** Of what could not be moved, which stays where it is. */
  readonly onLeft: (what: string) => void
}

/**
 * Moves the workspaces in one folder of data into another, and their trash. A name that is taken
 * gets a number. A file that another program has open stays. Broken off, it goes on when done again.
 */
export async function moveWorkspaces(from: string, to: string, { fork, onLeft }: How) {
  const old = join(from, 'workspaces')
  if (!existsSync(old)) return
  const [source, target] = [createFolder(from), createFolder(to)]
  // This makes both folders.
  target.names()
  finish(source, target)
  const names = source.names()
  const busy = await busyOf(names.map(source.pathOf), fork)
  for (const name of names) {
    const path = source.pathOf(name)
    const isMoved = !busy.has(path) && tried(() => moveOne(source, target, name))
    if (!isMoved) onLeft(path)
  }
  for (const path of moveTrash(join(old, '.trash'), join(target.path, '.trash'))) onLeft(path)
}

/** Moves the dictionaries of relation names; two of one connection are joined. */
export async function moveVocabularies(from: string, to: string, { onLeft }: How): Promise<void> {
  const [old, folder] = [join(from, 'vocabularies'), join(to, 'vocabularies')]
  const names = namesIn(old).filter((name) => !name.startsWith('.'))
  if (names.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of names) {
    const [path, at] = [join(old, name), join(folder, name)]
    try {
      if (name.endsWith('.json')) await mergeList(path, at, { list: 'words', key: 'name' })
      else if (!moveFile(path, at)) onLeft(path)
    } catch {
      onLeft(path)
    }
  }
}

/** Only what has a log of writes beside it can be open, and then a process of its own finds out. */
async function busyOf(paths: readonly string[], fork: Fork | undefined): Promise<Set<string>> {
  const doubtful = paths.filter((path) => tails.some((tail) => existsSync(path + tail)))
  if (doubtful.length === 0) return new Set()
  const inspector = createInspector(fork)
  try {
    const looks = await inspector.look(doubtful)
    return new Set(doubtful.filter((_, at) => looks[at] === 'busy'))
  } finally {
    inspector.close()
  }
}

function moveOne(source: Folder, target: Folder, name: string): boolean {
  const as = target.isFree(name) ? name : target.freeName(name)
  // What belongs to no file must not be taken for a part of this one.
  for (const tail of [...tails, '-shm']) rmSync(pathIn(target, as) + tail, { force: true })
  const note: Note = { folder: source.path, name, as }
  writeWholeSync(join(target.path, noteName), JSON.stringify(note), { mode: 0o600 })
  return settle(source, target, note)
}

const pathIn = (folder: Folder, name: string): string => join(folder.path, name + ending)

/** A log comes before its file: a file without its log is taken for whole, a log alone for nothing. */
function settle(source: Folder, target: Folder, { name, as }: Note): boolean {
  const [from, to] = [pathIn(source, name), pathIn(target, as)]
  const isMoved = [...tails, ''].every(
    (tail) => !existsSync(from + tail) || moveFile(from + tail, to + tail),
  )
  if (isMoved) rmSync(`${from}-shm`, { force: true })
  rmSync(join(target.path, noteName))
  return isMoved
}

/** What an earlier start has begun with. */
function finish(source: Folder, target: Folder): void {
  const note = noteIn(join(target.path, noteName))
  const isOurs = note?.folder === source.path && isBare(note.name) && isBare(note.as)
  if (isOurs) settle(source, target, note)
}

const isBare = (name: string): boolean => basename(name) === name

function noteIn(file: string): Note | null {
  try {
    return Note.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Gives what could not be moved. */
function moveTrash(from: string, to: string): string[] {
  const names = namesIn(from)
  if (names.length > 0) mkdirSync(to, { recursive: true, mode: 0o700 })
  return names
    .map((name) => [join(from, name), join(to, name)] as const)
    .filter(([path, at]) => !tried(() => moveFolder(path, at)))
    .map(([path]) => path)
}

/** Each has a name of its own in all the world, so one that is there already is this one. */
function moveFolder(from: string, to: string): boolean {
  if (!existsSync(to)) {
    try {
      renameSync(from, to)
      return true
    } catch {
      // Another disk.
      const half = `${to}.moving`
      rmSync(half, { recursive: true, force: true })
      cpSync(from, half, { recursive: true })
      renameSync(half, to)
    }
  }
  rmSync(from, { recursive: true })
  return true
}

function tried(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
