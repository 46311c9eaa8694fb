/**
 * Writes the list of parts (CycloneDX) of the program, as npm knows them from the lock file: the
 * packages that are loaded, and those that the page was built of.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = process.argv[2] ?? join(root, 'dist')
const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']
const text = execFileSync('npm', words, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'relation-explorer.cdx.json'), text)
