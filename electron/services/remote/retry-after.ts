/**
 * The header `Retry-After` in seconds from now: a number of seconds or an HTTP date. Null where it
 * is absent or unreadable, as a negative number is; 0 where the date is past.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
