/** Prints the notes of the version in package.json: its part of CHANGELOG.md, and what is not signed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notesOf, unsignedWords } from './changelog.mjs'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)
if (notes === null) {
  console.error(`CHANGELOG.md has no part for ${version}. Write one: “## ${version} (date)”.`)
  process.exit(1)
}
const tag = process.env['GITHUB_REF_NAME']
if (process.env['GITHUB_REF_TYPE'] === 'tag' && tag !== `v${version}`) {
  console.error(`The tag is ${tag}, but package.json says ${version}.`)
  process.exit(1)
}
console.log(`${notes}${unsignedWords(process.env)}`)
