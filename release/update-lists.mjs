/**
 * The lists in which a program finds its newest version (`latest*.yml`), where an address of releases
 * is set in electron-builder.yml. Each Mac that packs writes one of its own, under the same name.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'

const list = 'latest-mac.yml'
const ofOne = /^latest-mac-.+\.yml$/

/** Gives the list of this Mac a name of its own. @param {string} folder @param {string} arch */
export function nameList(folder, arch) {
  if (existsSync(join(folder, list))) {
    renameSync(join(folder, list), join(folder, `latest-mac-${arch}.yml`))
  }
}

/** Makes one list of those of all Macs, which names the files of each. @param {string} folder */
export function joinLists(folder) {
  const names = readdirSync(folder)
    .filter((name) => ofOne.test(name))
    .sort()
  const lists = names.map((name) => parse(readFileSync(join(folder, name), 'utf8')))
  if (lists.length === 0) return
  const versions = new Set(lists.map(({ version }) => version))
  if (versions.size > 1)
    throw new Error(`The Macs packed several versions: ${[...versions].join(', ')}`)
  const files = lists.flatMap((one) => one.files)
  writeFileSync(join(folder, list), stringify({ ...lists.at(-1), files }))
  for (const name of names) rmSync(join(folder, name))
}
