import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  constants,
  copyFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { FailureError } from '@shared/failure'
import { gone } from './file-failures'
import { type Folder } from './folder'

const tail = '.upload'
/** What a killed program left is nobody's after so many ms; another program may be taking one in. */
const abandoned = 60 * 60 * 1000

/** Files on their way in, part by part, so that none is ever in memory as a whole. */
export function createUploads(folder: Folder) {
  /** How many bytes of each are there. */
  const known = new Map<string, number>()
  const pathOf = (id: string): string => join(folder.path, `.${id}${tail}`)
  const drop = (id: string): void => {
    known.delete(id)
    for (const more of ['', '-wal', '-journal']) rmSync(`${pathOf(id)}${more}`, { force: true })
  }
  const written = (id: string, work: () => void): void => {
    try {
      work()
    } catch (cause) {
      drop(id)
      throw new FailureError({ kind: 'storage', what: 'The file' }, { cause })
    }
  }
  return {
    begin: (): string => {
      const id = randomUUID()
      folder.names()
      dropAbandoned(folder.path)
      written(id, () => writeFileSync(pathOf(id), '', { flag: 'wx', mode: 0o600 }))
      known.set(id, 0)
      return id
    },
    /** A whole file of this machine. */
    bring: (path: string): string => {
      const id = randomUUID()
      folder.names()
      written(id, () => copyFileSync(path, pathOf(id), constants.COPYFILE_EXCL))
      known.set(id, statSync(pathOf(id)).size)
      return id
    },
    /** Adds the next part; a part out of its turn is refused. Gives the bytes that are there. */
    add: (id: string, at: number, data: string): number => {
      if (known.get(id) !== at) throw notGoing
      const part = Buffer.from(data, 'base64')
      written(id, () => appendFileSync(pathOf(id), part))
      known.set(id, at + part.length)
      return at + part.length
    },
    drop,
    /** Lets `use` take the whole file from where it is; afterwards nothing is left there. */
    take: async <T>(id: string, use: (path: string) => Promise<T>): Promise<T> => {
      if (!known.has(id)) throw notGoing
      try {
        return await use(pathOf(id))
      } finally {
        drop(id)
      }
    },
    close: (): void => {
      for (const id of [...known.keys()]) drop(id)
    },
  }
}

const notGoing = gone('This file is no longer being taken in.', 'Choose the file again.')

function dropAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.') || !name.endsWith(tail)) continue
    const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > abandoned) rmSync(join(folder, name), { force: true })
  }
}
