/** Which libraries a built program holds, and under which licences they may be passed on. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * @typedef {{
 *   name: string
 *   version: string
 *   licence: string
 *   author: string
 *   text: string | null
 * }} Library
 */

/** @param {string} folder of a package @returns {Library} */
export function libraryIn(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((name) => /^(licen[sc]e|copying)/i.test(name))
  const { author } = about
  return {
    name: about.name,
    version: about.version,
    licence: about.license ?? 'not said',
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    text: file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim(),
  }
}

/** @param {string} path of a module @returns {string | null} the folder of the package it is of */
export function packageOf(path) {
  if (!path.includes('/node_modules/')) return null
  for (let folder = dirname(path); folder.includes('/node_modules/'); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    // Packages have small ones within that only say how to read their modules.
    if (existsSync(file) && 'version' in JSON.parse(readFileSync(file, 'utf8'))) return folder
  }
  return null
}

/**
 * The packages that the program loads when it runs, as the lock file has them.
 *
 * @param {string} root
 * @returns {string[]} their folders, as far as they are installed: a native one is for one platform
 */
export function runtimePackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return (
    Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
      // Electron is linked to glibc: what is for musl is not shipped with it.
      .filter(([path]) => !/-musl[a-z]*$/.test(path))
      .map(([path]) => join(root, path))
      .filter((folder) => existsSync(join(folder, 'package.json')))
  )
}
