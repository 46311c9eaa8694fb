/** All rows of tables that can still be read: down each tree, then on the pages no tree leads to. */
import { kindOf, rowsOn, waysFrom } from './cells.mjs'
import { freePages } from './pages.mjs'

/** @typedef {import('./pages.mjs').Pages} Pages */
/** @typedef {import('./cells.mjs').Kind} Kind */
/** @typedef {import('./cells.mjs').Value} Value */
/** @typedef {{ name: string, kinds: readonly Kind[], isRow: (values: readonly Value[]) => boolean }} Shape */
/** @typedef {{ low: number, high: number }} Hole rows after `low`, up to `high`, to which no way leads */
/** @typedef {{ shape: Shape, rows: Map<number, Value[]>, holes: Hole[], broken: number }} Found */

const everywhere = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

/** Four levels hold more than a disk does. */
const deepest = 20

/** @param {Pages} pages */
export function createReader(pages) {
  /** Each page is read for one tree. @type {Set<number>} */
  const taken = new Set()

  /**
   * @param {Found} found @param {number} number @param {Buffer} page @param {readonly Hole[]} [spans] of pages that no tree leads to: where rows are missing
   * @returns {boolean} whether it is one of this table
   */
  const takeLeaf = (found, number, page, spans) => {
    const { rows, broken } = rowsOn(pages, number, page, found.shape.kinds)
    const own = rows.filter(
      ({ row, values }) => found.shape.isRow(values) && isWithin(row, spans ?? [everywhere]),
    )
    if (own.length === 0 && rows.length + broken > 0) return false
    taken.add(number)
    found.broken += broken + rows.length - own.length
    for (const { row, values, pages: further } of own) {
      for (const one of further) taken.add(one)
      // In a tree two rows of one number are two rows, of which one has a hurt number; elsewhere the
      // second is what a row was before.
      if (!found.rows.has(row)) found.rows.set(row, values)
      else if (spans === undefined) found.rows.set(beside(row, found.rows), values)
    }
    return true
  }

  /** @param {Found} found @param {number | null} number @param {Hole} span @param {number} depth */
  const walk = (found, number, span, depth) => {
    const page = number === null || taken.has(number) ? null : pages.page(number)
    const kind = number === null || page === null || depth > deepest ? null : kindOf(number, page)
    if (number === null || page === null || kind === null) {
      found.holes.push(span)
      return
    }
    if (kind === 'leaf') {
      if (!takeLeaf(found, number, page)) found.holes.push(span)
      return
    }
    taken.add(number)
    let from = span.low
    for (const way of waysFrom(number, page, pages.usable)) {
      const key = Math.min(way.key, span.high)
      walk(found, way.page, { low: from, high: key }, depth + 1)
      from = Math.max(from, key)
    }
  }

  /** @param {number | null} number @param {number} depth */
  const pass = (number, depth) => {
    const page = number === null || taken.has(number) ? null : pages.page(number)
    const kind = number === null || page === null || depth > deepest ? null : kindOf(number, page)
    if (number === null || page === null || kind === null) return
    taken.add(number)
    if (kind === 'leaf') return
    for (const way of waysFrom(number, page, pages.usable)) pass(way.page, depth + 1)
  }

  return {
    /** @param {Shape} shape @param {number | null} root null where it is not known @returns {Found} */
    read: (shape, root) => {
      /** @type {Found} */
      const found = { shape, rows: new Map(), holes: [], broken: 0 }
      walk(found, root, everywhere, 0)
      return found
    },
    /** Marks the pages of a table that is not read here as somebody's. @param {number} root */
    pass: (root) => pass(root, 0),
    /**
     * Gives each leaf that no tree leads to to the table whose rows it holds. Where it is not known
     * which pages are free, what was deleted may stand on one: then only rows that are missing are
     * taken.
     * @param {readonly Found[]} all
     */
    takeOrphans: (all) => {
      const { free, isSure } = freePages(pages)
      for (let number = 2; number <= pages.count; number += 1) {
        const page = taken.has(number) || free.has(number) ? null : pages.page(number)
        if (page === null || kindOf(number, page) !== 'leaf') continue
        all.some((found) => takeLeaf(found, number, page, isSure ? [everywhere] : found.holes))
      }
    },
  }
}

/** A number for one more row, between this one and the next. @param {number} row @param {ReadonlyMap<number, unknown>} rows */
function beside(row, rows) {
  let next = row
  while (rows.has(next)) next += 1 / 1024
  return next
}

/** @param {number} row @param {readonly Hole[]} spans */
const isWithin = (row, spans) => spans.some(({ low, high }) => row > low && row <= high)

/**
 * How many rows are surely lost: those that were seen to be none, and the numbers that are missing
 * where no way leads. Past the last row known it is one, where there must have been more; and so it is
 * where the numbers at its ends are hurt themselves and leave room for more than the file could hold.
 * @param {Found} found @param {Pages} pages
 */
export function goneFrom({ rows, holes, broken }, { count, said, usable }) {
  const known = [...new Set([...rows.keys()].map(Math.floor))]
  const most = (count * usable) / 4
  return holes.reduce((sum, { low, high }) => {
    const here = known.filter((row) => row > low && row <= high)
    const end = Number.isFinite(high) ? high : here.reduce((a, b) => Math.max(a, b), low)
    const missing = Number.isFinite(end) ? end - Math.max(low, 0) - here.length : 0
    const unseen = !Number.isFinite(high) && (count < said || here.length === 0) ? 1 : 0
    return sum + (missing > most ? 1 : Math.max(0, missing)) + unseen
  }, broken)
}
