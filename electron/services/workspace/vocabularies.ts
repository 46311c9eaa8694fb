import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { mostWords, vocabularyFormat, Word } from '@shared/vocabulary'
import { type WordsChange, wordsChanging } from '@shared/workspace'
import { putAside, withFileLock, writeWhole } from '../files'

/** The dictionary of relation names of each profile. */
export type Vocabularies = {
  /** Empty where there is none yet. Throws the failure `storage`. */
  read(profileId: string): Promise<Word[]>
  /** Throws the failure `storage`. */
  change(profileId: string, change: WordsChange): Promise<void>
  forget(profileId: string): Promise<void>
}

const ProfileId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

/** Each entry is read on its own, so that one that cannot be understood costs none of the others. */
const Kept = z.object({ format: z.literal(vocabularyFormat), words: z.array(z.unknown()) })

/** What is understood of a file, and what is not, which is kept as it stands. */
type Read = { readonly words: Word[]; readonly others: readonly unknown[] }
const nothing = (): Read => ({ words: [], others: [] })

/**
 * Keeps each dictionary in a file of its own. One that is none is put aside, an entry that cannot be
 * understood stays in it: nothing is lost.
 */
export function createVocabularies(dataDir: string, log: (line: string) => void): Vocabularies {
  const folder = join(dataDir, 'vocabularies')
  let last: Promise<unknown> = Promise.resolve()
  const fileOf = (profileId: string): string => {
    const id = ProfileId.safeParse(profileId)
    if (!id.success) throw new FailureError({ kind: 'unknown-profile' })
    return join(folder, `${id.data}.json`)
  }
  const readNow = async (file: string): Promise<Read> => {
    const text = await readText(file)
    if (text === null) return nothing()
    const read = Kept.safeParse(jsonOf(text))
    if (read.success) return entriesOf(read.data.words)
    const aside = await putAside(file, text).catch((cause: unknown) => {
      throw unsaved(cause)
    })
    if (aside === null) return readNow(file)
    log('A list of relation names could not be understood; it is kept beside the new one.')
    return nothing()
  }
  return {
    read: async (profileId) => {
      await last
      return (await readNow(fileOf(profileId))).words
    },
    change: (profileId, change) => {
      const file = fileOf(profileId)
      const work = last.then(() =>
        alone(folder, file, async () => {
          const { words, others } = await readNow(file)
          await save(file, [...wordsChanging.apply(words, change).slice(0, mostWords), ...others])
        }),
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

function entriesOf(entries: readonly unknown[]): Read {
  const words: Word[] = []
  const others: unknown[] = []
  for (const entry of entries) {
    const read = Word.safeParse(entry)
    const isNew = read.success && !words.some(({ name }) => name === read.data.name)
    if (isNew && words.length < mostWords) words.push(read.data)
    else others.push(entry)
  }
  return { words, others }
}

async function save(file: string, words: readonly unknown[]): Promise<void> {
  try {
    const text = JSON.stringify({ format: 'relation-explorer/vocabulary@1', words }, null, 2)
    await writeWhole(file, `${text}\n`, { mode: 0o600 })
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
