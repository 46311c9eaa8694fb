/**
 * `npm run dist`: packs what is built for this machine. Signs where there is a certificate, and has
 * Apple look at it where there is a key for that; says so where there is none.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nameList } from './update-lists.mjs'

const require = createRequire(import.meta.url)
const builder = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js')
const env = { ...process.env }
if (!env['CSC_LINK']) {
  delete env['CSC_LINK']
  delete env['CSC_KEY_PASSWORD']
  if (process.platform !== 'linux')
    console.log('There is no certificate: what is packed is not signed.')
}
const folder = mkdtempSync(join(tmpdir(), 'pack-'))
try {
  const key = env['APPLE_API_KEY']
  if (key) {
    // It is read from a file, and handed over as text.
    env['APPLE_API_KEY'] = join(folder, 'key.p8')
    writeFileSync(env['APPLE_API_KEY'], key, { mode: 0o600 })
  } else {
    for (const name of ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']) delete env[name]
  }
  const words = [builder, '--publish', 'never', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env })
  process.exitCode = status ?? 1
  if (status === 0) nameList(join(import.meta.dirname, '../dist'), process.arch)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
