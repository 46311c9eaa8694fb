import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import { z } from 'zod'
import { FailureError } from '@shared/failure'

const format = 'relation-explorer/settings@1'
const SettingsFile = z.object({ format: z.literal(format), singleKeys: z.boolean() })

/**
 * How a person wants the program, whatever site is open. A browser would keep it for one start only:
 * the next one has another port.
 */
export type Settings = {
  /** Whether single letters, digits and signs do acts. */
  singleKeys(): boolean
  /** Throws the failure `storage`. */
  keepSingleKeys(on: boolean): Promise<void>
}

/** A file that cannot be understood counts as none, and is written anew with the next choice. */
export async function createSettings(
  dataDir: string,
  log: (line: string) => void,
): Promise<Settings> {
  const file = join(dataDir, 'settings.json')
  let singleKeys = await load(file, log)
  return {
    singleKeys: () => singleKeys,
    keepSingleKeys: async (on) => {
      try {
        await mkdir(dataDir, { recursive: true })
        await writeFile(file, `${JSON.stringify({ format, singleKeys: on }, null, 2)}\n`)
      } catch (cause) {
        throw new FailureError({ kind: 'storage', what: 'The settings' }, { cause })
      }
      singleKeys = on
    },
  }
}

async function load(file: string, log: (line: string) => void): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return true
  try {
    return SettingsFile.parse(JSON.parse(text)).singleKeys
  } catch {
    log(`${file} cannot be understood; the settings are as at first.`)
    return true
  }
}
