import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Settings, type SettingsChange } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { writeWhole } from '../services/files'

const format = 'relation-explorer/settings@1'
/** A file of before there was a choice of a theme has none. */
const SettingsFile = Settings.extend({
  format: z.literal(format),
  theme: Settings.shape.theme.default('system'),
})

const first: Settings = { singleKeys: true, theme: 'system' }

/**
 * How a person wants the program, whatever site is open. A browser would keep it for one start only:
 * the next one has another port.
 */
export type KeptSettings = {
  now(): Settings
  /** Throws the failure `storage`. */
  keep(chosen: SettingsChange): Promise<void>
}

/** A file that cannot be understood counts as none, and is written anew with the next choice. */
export async function createSettings(
  dataDir: string,
  log: (line: string) => void,
): Promise<KeptSettings> {
  const file = join(dataDir, 'settings.json')
  let settings = await load(file, log)
  return {
    now: () => settings,
    keep: async ({ singleKeys = settings.singleKeys, theme = settings.theme }) => {
      const next: Settings = { singleKeys, theme }
      try {
        await mkdir(dataDir, { recursive: true })
        await writeWhole(file, `${JSON.stringify({ format, ...next }, null, 2)}\n`)
      } catch (cause) {
        throw new FailureError({ kind: 'storage', what: 'The settings' }, { cause })
      }
      settings = next
    },
  }
}

async function load(file: string, log: (line: string) => void): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return first
  try {
    const { singleKeys, theme } = SettingsFile.parse(JSON.parse(text))
    return { singleKeys, theme }
  } catch {
    log(`${file} cannot be understood; the settings are as at first.`)
    return first
  }
}
