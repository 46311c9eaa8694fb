const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A day as people read it, that of UTC: `26 Nov 2026`. What is no date is shown as it came. */
export function dayWords(at: string | Date): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : format.format(date)
}
