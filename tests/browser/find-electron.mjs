import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @returns {string | null} the path of Electron's binary, or null where it is not installed */
export function presentElectron() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}
