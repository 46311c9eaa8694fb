/** The rows and the ways to further pages on one page of a table, each taken only where all of it fits. */

/** @typedef {import('./pages.mjs').Pages} Pages */
/** @typedef {'text' | 'number' | 'own'} Kind `own`: the number that stands for the order of rows, which is not written as a value */
/** @typedef {string | number | null} Value */
/** @typedef {{ row: number, values: Value[], pages: number[] }} Row `pages`: those it goes on at */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const interior = 0x05
const leaf = 0x0d

/** Where the head of a page's tree begins. @param {number} number */
const startOf = (number) => (number === 1 ? 100 : 0)

/** @param {number} number @param {Buffer} page @returns {'leaf' | 'interior' | null} of a table */
export function kindOf(number, page) {
  const sign = page.readUInt8(startOf(number))
  return sign === leaf ? 'leaf' : sign === interior ? 'interior' : null
}

/** @param {number} number @param {Buffer} page @param {number} head its bytes @param {number} usable @returns {number[] | null} where its cells are */
function cellsOf(number, page, head, usable) {
  const start = startOf(number)
  const first = start + head
  const count = page.readUInt16BE(start + 3)
  if (first + 2 * count > usable) return null
  return Array.from({ length: count }, (_, at) => page.readUInt16BE(first + 2 * at))
}

/**
 * A number of one to nine bytes; null where it leads out of them.
 * @param {Buffer} bytes @param {number} at @param {number} end @returns {{ value: number, next: number } | null}
 */
function varint(bytes, at, end) {
  let value = 0n
  for (let length = 1; length <= 9; length += 1) {
    const place = at + length - 1
    if (place >= end) return null
    const byte = bytes.readUInt8(place)
    if (length === 9) value = (value << 8n) | BigInt(byte)
    else value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80 || length === 9) {
      return { value: Number(BigInt.asIntN(64, value)), next: place + 1 }
    }
  }
  return null
}

/**
 * The ways on from a page between others, in their order; `key` is the last row that a way leads to,
 * infinite for the last one, `page` null where it cannot be read.
 * @param {number} number @param {Buffer} page @param {number} usable @returns {{ page: number | null, key: number }[]}
 */
export function waysFrom(number, page, usable) {
  const last = { page: page.readUInt32BE(startOf(number) + 8), key: Number.POSITIVE_INFINITY }
  const ways = (cellsOf(number, page, 12, usable) ?? []).map((at) => {
    const key = at + 4 < usable ? varint(page, at + 4, usable) : null
    return key === null ? null : { page: page.readUInt32BE(at), key: key.value }
  })
  return [...ways.filter((way) => way !== null), last]
}

/**
 * The rows of a leaf, and how many of its cells are none.
 * @param {Pages} pages @param {number} number @param {Buffer} page @param {readonly Kind[]} kinds @returns {{ rows: Row[], broken: number }}
 */
export function rowsOn(pages, number, page, kinds) {
  const cells = cellsOf(number, page, 8, pages.usable)
  if (cells === null) return { rows: [], broken: 1 }
  const rows = cells.map((at) => rowAt(pages, page, at, kinds)).filter((row) => row !== null)
  return { rows, broken: cells.length - rows.length }
}

/** @param {Pages} pages @param {Buffer} page @param {number} at @param {readonly Kind[]} kinds @returns {Row | null} */
function rowAt(pages, page, at, kinds) {
  const length = varint(page, at, pages.usable)
  const row = length === null ? null : varint(page, length.next, pages.usable)
  if (length === null || row === null) return null
  const found = payloadAt(pages, page, row.next, length.value)
  const values = found === null ? null : valuesIn(found.bytes, kinds)
  return found === null || values === null ? null : { row: row.value, values, pages: found.further }
}

/**
 * What a row holds, with what goes on at further pages.
 * @param {Pages} pages @param {Buffer} page @param {number} at @param {number} length @returns {{ bytes: Buffer, further: number[] } | null}
 */
function payloadAt(pages, page, at, length) {
  const { usable } = pages
  if (length < 1 || length > pages.count * usable) return null
  const here = localLength(length, usable)
  if (at + here + (here < length ? 4 : 0) > usable) return null
  const parts = [page.subarray(at, at + here)]
  /** @type {number[]} */
  const further = []
  let missing = length - here
  let next = missing > 0 ? page.readUInt32BE(at + here) : 0
  while (missing > 0) {
    const more = pages.page(next)
    if (more === null) return null
    further.push(next)
    const taken = Math.min(missing, usable - 4)
    parts.push(more.subarray(4, 4 + taken))
    missing -= taken
    next = more.readUInt32BE(0)
  }
  // A chain ends where its row does.
  if (further.length > 0 && next !== 0) return null
  return {
    bytes: further.length === 0 ? page.subarray(at, at + here) : Buffer.concat(parts),
    further,
  }
}

/** How much of a row stands on its leaf. @param {number} length @param {number} usable */
function localLength(length, usable) {
  const most = usable - 35
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const here = least + ((length - least) % (usable - 4))
  return here <= most ? here : least
}

/** @param {Buffer} bytes @param {readonly Kind[]} kinds @returns {Value[] | null} */
function valuesIn(bytes, kinds) {
  const head = varint(bytes, 0, bytes.length)
  if (head === null || head.value > bytes.length) return null
  /** @type {number[]} */
  const types = []
  for (let at = head.next; at < head.value;) {
    const type = varint(bytes, at, head.value)
    if (type === null) return null
    types.push(type.value)
    at = type.next
  }
  if (types.length !== kinds.length) return null
  let at = head.value
  /** @type {Value[]} */
  const values = []
  for (const [place, kind] of kinds.entries()) {
    const type = types[place] ?? 0
    const length = lengthOf(type)
    if (!fits(type, kind) || at + length > bytes.length) return null
    values.push(valueOf(bytes, at, type, length))
    at += length
  }
  return at === bytes.length ? values : null
}

const lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
/** @param {number} type */
const lengthOf = (type) => (type < 12 ? (lengths[type] ?? 0) : Math.floor((type - 12) / 2))

/** Bytes in place of a text are read as one. @param {number} type @param {Kind} kind */
const fits = (type, kind) =>
  kind === 'own' ? type === 0 : kind === 'text' ? type >= 12 : type >= 1 && type <= 9

/** @param {Buffer} bytes @param {number} at @param {number} type @param {number} length @returns {Value} */
function valueOf(bytes, at, type, length) {
  if (type >= 12) return decoder.decode(bytes.subarray(at, at + length))
  if (type === 0) return null
  if (type >= 8) return type - 8
  if (type === 7) return bytes.readDoubleBE(at)
  return length === 8 ? Number(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, length)
}
