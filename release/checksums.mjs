/** Writes `dist/SHA256SUMS.txt`, which `sha256sum --check` reads. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? join(import.meta.dirname, '../dist')
const name = 'SHA256SUMS.txt'
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== name)
  .map((entry) => entry.name)
  .sort()
if (files.length === 0) {
  console.error(`There is nothing in ${folder}.`)
  process.exit(1)
}
const sum = (/** @type {string} */ file) =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
writeFileSync(join(folder, name), files.map((file) => `${sum(file)}  ${file}\n`).join(''))
