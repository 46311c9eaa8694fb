import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import { z } from 'zod'
import { Profile } from '@shared/contract'
import { FailureError } from '@shared/failure'

/** A profile as kept on disk. It never holds a token. */
export const StoredProfile = Profile.extend({
  kind: z.literal('site'),
  /** Where the API is for this token: the site itself, or Atlassian's gateway. */
  apiBase: z.string(),
})
export type StoredProfile = z.infer<typeof StoredProfile>

const format = 'relation-explorer/profiles@1'
/** Files of the first version say nothing of how a profile signs in. */
const Read = z.preprocess((value) => {
  const known = z.looseObject({ site: z.string(), apiBase: z.string() }).safeParse(value)
  if (!known.success) return value
  const signIn = known.data.apiBase === known.data.site ? 'token' : 'scoped-token'
  return { signIn, access: 'read-write', concurrency: 4, ...known.data }
}, StoredProfile)
const ProfileFile = z.object({ format: z.literal(format), profiles: z.array(Read) })

export type Profiles = {
  list(): readonly StoredProfile[]
  get(id: string): StoredProfile | undefined
  /** Adds, or replaces the one with the same id. Throws the failure `storage`. */
  put(profile: StoredProfile): Promise<void>
  /** Changes one if it is there; tells whether it was. Throws the failure `storage`. */
  change(id: string, how: (profile: StoredProfile) => StoredProfile): Promise<boolean>
  remove(id: string): Promise<void>
}

/**
 * The known connections, in a file of the folder. A file that cannot be understood is kept under
 * another name, and the list starts empty. Throws the failure `storage` where the folder cannot
 * be used.
 */
export async function createProfiles(
  dataDir: string,
  log: (line: string) => void,
): Promise<Profiles> {
  const file = join(dataDir, 'profiles.json')
  let profiles = await load(dataDir, file, log)
  let last: Promise<unknown> = Promise.resolve()

  const update = (next: (now: readonly StoredProfile[]) => readonly StoredProfile[]) => {
    const work = last.then(async () => {
      const changed = next(profiles)
      await save(file, changed)
      profiles = changed
    })
    last = work.catch(() => undefined)
    return work
  }
  const get = (id: string) => profiles.find((profile) => profile.id === id)
  return {
    list: () => profiles,
    get,
    put: (profile) =>
      update((now) =>
        now.some(({ id }) => id === profile.id)
          ? now.map((old) => (old.id === profile.id ? profile : old))
          : [...now, profile],
      ),
    change: async (id, how) => {
      if (get(id) === undefined) return false
      await update((now) => now.map((old) => (old.id === id ? how(old) : old)))
      return true
    },
    remove: (id) => update((now) => now.filter((profile) => profile.id !== id)),
  }
}

const unsaved = (cause: unknown) =>
  new FailureError({ kind: 'storage', what: 'The list of sites' }, { cause })

async function load(
  dataDir: string,
  file: string,
  log: (line: string) => void,
): Promise<readonly StoredProfile[]> {
  const text = await readText(dataDir, file)
  if (text === null) return []
  const read = ProfileFile.safeParse(jsonOf(text))
  if (read.success) return read.data.profiles
  const aside = `${file}.bad-${new Date().toISOString().replace(/[:.]/g, '-')}`
  try {
    await rename(file, aside)
  } catch (cause) {
    throw unsaved(cause)
  }
  log(`The list of sites could not be understood; it is kept as ${aside}.`)
  return []
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

async function save(file: string, profiles: readonly StoredProfile[]): Promise<void> {
  try {
    const text = `${JSON.stringify(ProfileFile.parse({ format, profiles }), null, 2)}\n`
    await writeFile(file, text, { encoding: 'utf8', mode: 0o600 })
  } catch (cause) {
    throw unsaved(cause)
  }
}
