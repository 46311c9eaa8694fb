import type { Ask, Context } from './ask'
import { json, refusedV2, type Reply } from './reply'

/** Most ids, keys or results that one call takes or gives. */
export const most = 250
/** Most spaces whose content one call lists. */
export const mostSpaces = 100

export const bad = (title: string): Reply => refusedV2(400, 'INVALID_REQUEST_PARAMETER', title, '')
export const wrongType = (value: string, name: string, type: string): Reply =>
  bad(`Provided value {${value}} for '${name}' is not the correct type. Expected type is ${type}`)

/**
 * A list in a query comes repeated, as `name=a&name=b`; that is what the description says and what
 * was measured. Commas may work as well, which a trap takes away.
 */
export const listOf = (query: URLSearchParams, name: string, { has }: Context): string[] =>
  query
    .getAll(name)
    .flatMap((value) => (has('commas-refused') ? [value] : value.split(',')))
    .filter((value) => value !== '')

export function refuseIds(name: string, ids: readonly string[], atMost = most): Reply | null {
  if (ids.length > atMost) return bad(`'${name}' takes at most ${atMost} values`)
  const wrong = ids.find((id) => !/^\d{1,19}$/.test(id))
  return wrong === undefined ? null : wrongType(wrong, name, 'long')
}

export function refuseValues(
  name: string,
  given: readonly string[],
  known: readonly string[],
): Reply | null {
  const wrong = given.find((value) => !known.includes(value))
  return wrong === undefined ? null : wrongType(wrong, name, known.join(' | '))
}

/** Cursors are opaque: here the position, written so that nobody takes it for a number. */
const cursorOf = (at: number) => Buffer.from(`p${at}`).toString('base64url')
const positionIn = (cursor: string): number | null => {
  const digits = /^p(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** One page of what was found. */
export function page<T>(
  { query, path }: Ask,
  { origin }: Context,
  found: readonly T[],
  shape: (item: T) => object,
): Reply {
  const limit = query.get('limit') ?? '25'
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > most) {
    return bad(`Provided value {${limit}} for 'limit' must be between 1 and ${most}`)
  }
  const start = positionIn(query.get('cursor') ?? cursorOf(0))
  if (start === null) return bad("Provided value for 'cursor' is not valid")
  const end = start + Number(limit)
  // The cursor stands first, since clients were seen to take it for the last parameter.
  const rest = [...query].filter(([name]) => name !== 'cursor')
  const next = new URLSearchParams([['cursor', cursorOf(end)], ...rest])
  return json({
    results: found.slice(start, end).map(shape),
    _links: {
      base: `${origin}/wiki`,
      ...(end < found.length && { next: `/wiki/api/v2/${path.join('/')}?${next.toString()}` }),
    },
  })
}
