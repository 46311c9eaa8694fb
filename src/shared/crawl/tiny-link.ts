const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** Eight bytes are 64 bits: ten whole characters and one that carries only four. */
const codeLength = 11
const contentIdLimit = 2n ** 63n

/**
 * A content id as decimal digits without leading zeros, or null where the text is no id.
 * Ids are positive 64-bit numbers, so they are never held in a `number`.
 */
export function contentId(digits: string): string | null {
  if (!/^\d{1,30}$/.test(digits)) return null
  const id = BigInt(digits)
  return id > 0n && id < contentIdLimit ? id.toString() : null
}

/** The id's bytes from the lowest up, read as one big-endian number: what base64 runs over. */
function swapBytes(value: bigint): bigint {
  let rest = value
  let swapped = 0n
  for (let byte = 0; byte < 8; byte += 1) {
    swapped = (swapped << 8n) | (rest & 0xffn)
    rest >>= 8n
  }
  return swapped
}

/**
 * The CODE of `/wiki/x/CODE` for a content id (decimal digits, 1 to 2^63 - 1).
 * Confluence writes the little-endian bytes in base64 with `-` for `/` and `_` for `+` (the
 * reverse of base64url), drops trailing `A`s, and guards a last `-` or `_` with a slash.
 * Source: Atlassian knowledge base, article 956713432.
 */
export function encodeTinyLink(id: string): string {
  const valid = contentId(id)
  if (valid === null) throw new RangeError(`Not a content id: ${id}`)
  let bits = swapBytes(BigInt(valid)) << 2n
  let code = ''
  for (let at = 0; at < codeLength; at += 1) {
    code = base64.charAt(Number(bits & 63n)) + code
    bits >>= 6n
  }
  const short = code.replace(/A+$/, '')
  return /[-_]$/.test(short) ? `${short}/` : short
}

/** The content id of a tiny link's CODE, or null where the text is no such code. */
export function decodeTinyLink(code: string): string | null {
  const bare = code.replace(/\/$/, '')
  if (bare.length > codeLength) return null
  let bits = 0n
  for (const character of bare.padEnd(codeLength, 'A')) {
    const value = base64.indexOf(character)
    if (value < 0) return null
    bits = (bits << 6n) | BigInt(value)
  }
  if ((bits & 3n) !== 0n) return null
  return contentId(swapBytes(bits >> 2n).toString())
}
