import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @returns {string | null} the folder of the package, which `npm ci --omit=dev` leaves out */
export function electronFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** @returns {string | null} the path of Electron's binary, or null where it is not installed */
export function presentElectron() {
  const folder = electronFolder()
  if (folder === null) return null
  try {
    // Written by Electron's own installer when it is done.
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
    const binary = join(dist, name)
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}
