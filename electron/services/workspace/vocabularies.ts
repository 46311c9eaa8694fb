import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { mostWords, VocabularyFile, type Word } from '@shared/vocabulary'
import { type WordsChange, wordsChanging } from '@shared/workspace'
import { withFileLock } from '../credentials'

/** The dictionary of relation names of each profile. */
export type Vocabularies = {
  /** Empty where there is none yet. Throws the failure `storage`. */
  read(profileId: string): Promise<Word[]>
  /** Throws the failure `storage`. */
  change(profileId: string, change: WordsChange): Promise<void>
  forget(profileId: string): Promise<void>
}

const ProfileId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

/** Keeps each dictionary in a file of its own; one that cannot be read is put aside, never lost. */
export function createVocabularies(dataDir: string, log: (line: string) => void): Vocabularies {
  const folder = join(dataDir, 'vocabularies')
  let last: Promise<unknown> = Promise.resolve()
  const fileOf = (profileId: string): string => {
    const id = ProfileId.safeParse(profileId)
    if (!id.success) throw new FailureError({ kind: 'unknown-profile' })
    return join(folder, `${id.data}.json`)
  }
  const readNow = async (file: string): Promise<Word[]> => {
    const text = await readText(file)
    if (text === null) return []
    const read = VocabularyFile.safeParse(jsonOf(text))
    if (read.success) return read.data.words
    await rename(file, `${file}.bad-${new Date().toISOString().replace(/[:.]/g, '-')}`)
    log('A list of relation names could not be understood; it is kept beside the new one.')
    return []
  }
  return {
    read: async (profileId) => {
      await last
      return readNow(fileOf(profileId))
    },
    change: (profileId, change) => {
      const file = fileOf(profileId)
      const work = last.then(() =>
        alone(folder, file, async () =>
          save(file, wordsChanging.apply(await readNow(file), change).slice(0, mostWords)),
        ),
      )
      last = work.catch(() => undefined)
      return work
    },
    forget: async (profileId) => {
      await last
      await rm(fileOf(profileId), { force: true })
    },
  }
}

const unsaved = (cause: unknown) =>
  new FailureError({ kind: 'storage', what: 'The list of relation names' }, { cause })

/** The command line and a second host know the same files, so each is read and written in one go. */
async function alone(folder: string, file: string, work: () => Promise<void>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await withFileLock(file, work)
  } catch (cause) {
    throw cause instanceof FailureError ? cause : unsaved(cause)
  }
}

async function save(file: string, words: readonly Word[]): Promise<void> {
  try {
    const text = JSON.stringify({ format: 'relation-explorer/vocabulary@1', words }, null, 2)
    await writeFile(file, `${text}\n`, { encoding: 'utf8', mode: 0o600 })
  } catch (cause) {
    throw unsaved(cause)
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw unsaved(cause)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
