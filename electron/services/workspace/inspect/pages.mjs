/**
 * The pages of a database's file, read by us where SQLite gives up: one bad page costs it all that
 * stands behind. The format is fixed and written down (sqlite.org/fileformat2.html). Nothing here
 * trusts a number it reads: what leads out of the file or of the page is no page and no row.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** @typedef {{ pageSize: number, reserved: number }} Layout */
/** @typedef {{ count: number, said: number, usable: number, page(number: number): Buffer | null, close(): void }} Pages */

/** What this program's own files have. @type {Layout} */
const usual = { pageSize: 4096, reserved: 0 }

/** How long pages may be: as the head says, and as ours are, since the head may be damaged. @param {string} path @returns {Layout[]} */
export function layoutsOf(path) {
  const file = openSync(path, 'r')
  const head = Buffer.alloc(100)
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  const written = head.readUInt16BE(16)
  const pageSize = written === 1 ? 65_536 : written
  const isPower = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0
  const said = { pageSize, reserved: head.readUInt8(20) }
  const isUsual = pageSize === usual.pageSize && said.reserved === 0
  return isPower && !isUsual ? [said, usual] : [usual]
}

/** @param {string} path @param {Layout} layout @returns {Pages} */
export function openPages(path, { pageSize, reserved }) {
  const file = openSync(path, 'r')
  const count = Math.ceil(statSync(path).size / pageSize)
  /** A page that the file's end cuts goes on with zeros. @param {number} number */
  const page = (number) => {
    if (!Number.isInteger(number) || number < 1 || number > count) return null
    const bytes = Buffer.alloc(pageSize)
    readSync(file, bytes, 0, pageSize, (number - 1) * pageSize)
    return bytes
  }
  const said = page(1)?.readUInt32BE(28) ?? 0
  return { count, said, usable: pageSize - reserved, page, close: () => closeSync(file) }
}

/**
 * The pages that hold nothing, and whether the list of them can be believed: what was deleted still
 * stands on them.
 * @param {Pages} pages @returns {{ free: Set<number>, isSure: boolean }}
 */
export function freePages({ page, count, usable }) {
  /** @type {Set<number>} */
  const free = new Set()
  const head = page(1)
  if (head === null) return { free, isSure: false }
  let next = head.readUInt32BE(32)
  while (next !== 0) {
    const trunk = free.has(next) ? null : page(next)
    if (trunk === null) return { free, isSure: false }
    free.add(next)
    const leaves = trunk.readUInt32BE(4)
    if (leaves > usable / 4 - 2) return { free, isSure: false }
    for (let at = 0; at < leaves; at += 1) {
      const leaf = trunk.readUInt32BE(8 + 4 * at)
      if (leaf < 2 || leaf > count || free.has(leaf)) return { free, isSure: false }
      free.add(leaf)
    }
    next = trunk.readUInt32BE(0)
  }
  return { free, isSure: free.size === head.readUInt32BE(36) }
}
