import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** A file as it was, kept aside without a name, so that nothing is left of it after a crash. */
export type BaseCopy = {
  /** Whether a file still holds the same, but for what SQLite notes in the head of one it opens. */
  isIn(path: string): boolean
  writeTo(path: string): void
  close(): void
}

const chunk = 1024 * 1024

/** Null where there is no room for it: then only a change in place cannot be undone. */
export function keepBase(path: string): BaseCopy | null {
  const copy = join(dirname(path), `.${randomUUID()}.base`)
  try {
    // Costs nothing where the file system can share the blocks.
    copyFileSync(path, copy, constants.COPYFILE_FICLONE)
    return baseIn(openSync(copy, 'r'))
  } catch {
    return null
  } finally {
    rmSync(copy, { force: true })
  }
}

const baseIn = (base: number): BaseCopy => ({
  isIn: (path) => {
    const file = openSync(path, 'r')
    try {
      if (fstatSync(file).size !== fstatSync(base).size) return false
      for (const [at, ours] of partsOf(base)) {
        const theirs = Buffer.alloc(ours.length)
        readSync(file, theirs, 0, ours.length, at)
        if (at === 0) for (const part of [ours, theirs]) blankHead(part)
        if (!ours.equals(theirs)) return false
      }
      return true
    } finally {
      closeSync(file)
    }
  },
  writeTo: (path) => {
    const file = openSync(path, 'wx', 0o600)
    try {
      for (const [at, part] of partsOf(base)) {
        // Else SQLite would not look for the log that belongs to it.
        if (at === 0) part.fill(logFormat, 18, 20)
        writeSync(file, part, 0, part.length, at)
      }
    } finally {
      closeSync(file)
    }
  },
  close: () => closeSync(base),
})

/** What stands in bytes 18 and 19 of a database that has a log of writes. */
const logFormat = 2

/** The format of the log and the counters of changes. */
const blankHead = (part: Buffer): void => {
  part.fill(0, 18, 20)
  part.fill(0, 24, 28)
  part.fill(0, 92, 100)
}

function* partsOf(file: number): Generator<[at: number, part: Buffer]> {
  for (let at = 0; ;) {
    const part = Buffer.alloc(chunk)
    const length = readSync(file, part, 0, chunk, at)
    if (length === 0) return
    yield [at, part.subarray(0, length)]
    at += length
  }
}
