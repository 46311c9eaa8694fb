/**
 * A spreadsheet runs a cell that begins with one of these as a formula; full-width forms are taken
 * for the plain ones by some. A cell that begins with a tab or a line break is trimmed first.
 */
const runs = '=+\\-@＝＋－＠'
const atStart = new RegExp(`^'*[${runs}\\t\\r\\n]`)
/**
 * Where a table is opened with another separator than it was written with, a cell of ours becomes
 * several. The comma is not among them: what we write is quoted, and commas part our own cells.
 */
const within = new RegExp(`([;|\\t\\r\\n])('*)(?=[${runs}])`, 'g')

/**
 * An apostrophe before what would be run stops that, at the beginning of the cell and behind each
 * separator in it. What has apostrophes there already gets one more, so that `unguardCell` can
 * take one away always.
 */
export const guardCell = (cell: string): string => {
  const inner = cell.replace(within, "$1'$2")
  return atStart.test(cell) ? `'${inner}` : inner
}

/** A cell as it was before `guardCell`. */
export const unguardCell = (cell: string): string => {
  const inner = cell.replace(guarded, '$1$2')
  return atStart.test(cell) && cell.startsWith("'") ? inner.slice(1) : inner
}
const guarded = new RegExp(`([;|\\t\\r\\n])'('*)(?=[${runs}])`, 'g')
