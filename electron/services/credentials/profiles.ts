import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { putAside, withFileLock, writeWhole } from '../files'

/** A profile as kept on disk. It never holds a token. */
export const StoredProfile = Profile.extend({
  kind: z.literal('site'),
  /** Where the API is for this token: the site itself, or Atlassian's gateway. */
  apiBase: z.string(),
})
export type StoredProfile = z.infer<typeof StoredProfile>

const format = 'relation-explorer/profiles@1'
/** Files of the first version say nothing of how a profile signs in. */
const OneRead = z.preprocess((value) => {
  const known = z.looseObject({ site: z.string(), apiBase: z.string() }).safeParse(value)
  if (!known.success) return value
  const signIn = known.data.apiBase === known.data.site ? 'token' : 'scoped-token'
  return { signIn, access: 'read-write', concurrency: 4, ...known.data }
}, StoredProfile)
/** Each entry is read on its own, so that one that cannot be understood costs none of the others. */
const ProfileFile = z.object({ format: z.literal(format), profiles: z.array(z.unknown()) })

export type Profiles = {
  list(): readonly StoredProfile[]
  get(id: string): StoredProfile | undefined
  /** Takes in what other programs have changed in the file. Throws the failure `storage`. */
  refresh(): Promise<void>
  /** Adds, or replaces the one with the same id. Throws the failure `storage`. */
  put(profile: StoredProfile): Promise<void>
  /** Changes one if it is there; tells whether it was. Throws the failure `storage`. */
  change(id: string, how: (profile: StoredProfile) => StoredProfile): Promise<boolean>
  remove(id: string): Promise<void>
}

/** What the file holds: what is understood, and what is not, which is kept as it stands. */
type Read = { readonly profiles: readonly StoredProfile[]; readonly others: readonly unknown[] }
const nothing: Read = { profiles: [], others: [] }

/**
 * The known connections, in a file of the folder that a window, a second one and the command line
 * share: each change is made under a lock, on what the file holds by then. A file that is no list is
 * kept under another name, and the list starts empty; an entry that cannot be understood stays in
 * the file. Throws the failure `storage` where the folder cannot be used.
 */
export async function createProfiles(
  dataDir: string,
  log: (line: string) => void,
): Promise<Profiles> {
  const file = join(dataDir, 'profiles.json')
  let known = await load(dataDir, file, log)
  if (known.others.length > 0) {
    log(`${known.others.length} of the stored sites could not be understood; they stay in ${file}.`)
  }
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const update = (next: (now: readonly StoredProfile[]) => readonly StoredProfile[]) =>
    inTurn(() =>
      locked(file, async () => {
        const now = await load(dataDir, file, log)
        const changed = { ...now, profiles: next(now.profiles) }
        await save(file, changed)
        known = changed
      }),
    )
  return {
    list: () => known.profiles,
    get: (id) => known.profiles.find((profile) => profile.id === id),
    refresh: () =>
      inTurn(async () => {
        known = await load(dataDir, file, log)
      }),
    put: (profile) =>
      update((now) =>
        now.some(({ id }) => id === profile.id)
          ? now.map((old) => (old.id === profile.id ? profile : old))
          : [...now, profile],
      ),
    change: async (id, how) => {
      let found = false
      await update((now) => {
        found = now.some((old) => old.id === id)
        return now.map((old) => (old.id === id ? how(old) : old))
      })
      return found
    },
    remove: (id) => update((now) => now.filter((profile) => profile.id !== id)),
  }
}

const unsaved = (cause: unknown) =>
  new FailureError({ kind: 'storage', what: 'The list of sites' }, { cause })

async function locked(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await withFileLock(file, work)
  } catch (cause) {
    throw cause instanceof FailureError ? cause : unsaved(cause)
  }
}

async function load(dataDir: string, file: string, log: (line: string) => void): Promise<Read> {
  const text = await readText(dataDir, file)
  if (text === null) return nothing
  const read = ProfileFile.safeParse(jsonOf(text))
  if (read.success) return entriesOf(read.data.profiles)
  const aside = await putAside(file, text).catch((cause: unknown) => {
    throw unsaved(cause)
  })
  if (aside === null) return load(dataDir, file, log)
  log(`The list of sites could not be understood; it is kept as ${aside}.`)
  return nothing
}

function entriesOf(entries: readonly unknown[]): Read {
  const profiles: StoredProfile[] = []
  const others: unknown[] = []
  for (const entry of entries) {
    const read = OneRead.safeParse(entry)
    if (read.success && !profiles.some(({ id }) => id === read.data.id)) profiles.push(read.data)
    else others.push(entry)
  }
  return { profiles, others }
}

async function readText(dataDir: string, file: string): Promise<string | null> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw unsaved(cause)
  }
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

async function save(file: string, { profiles, others }: Read): Promise<void> {
  try {
    const whole = {
      format,
      profiles: [...profiles.map((one) => StoredProfile.parse(one)), ...others],
    }
    const text = `${JSON.stringify(whole, null, 2)}\n`
    await writeWhole(file, text, { mode: 0o600 })
  } catch (cause) {
    throw unsaved(cause)
  }
}
