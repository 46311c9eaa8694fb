import { z } from 'zod'
import { EntityType } from '../graph'

/** Whole days since 1970-01-01 UTC, both ends included. */
export const DayWindow = z.object({ from: z.int(), to: z.int() })
export type DayWindow = z.infer<typeof DayWindow>

/** What is let through. What is switched off is named, so that what comes later is seen. */
export const Filter = z.object({
  /** What does not match is dimmed, or not drawn. */
  mode: z.enum(['dim', 'hide']),
  offTypes: z.array(EntityType),
  /** Keys of spaces; '' stands for nodes without one. */
  offSpaces: z.array(z.string()),
  /** Who made a relation; '' stands for relations that do not tell. */
  offPeople: z.array(z.string()),
  /** Words that a title or key must hold. */
  text: z.string().max(200),
  minDegree: z.int().nonnegative(),
  maxDegree: z.int().nonnegative().nullable(),
  /** When a relation was made; those that do not tell stay. */
  days: DayWindow.nullable(),
})
export type Filter = z.infer<typeof Filter>

export const noFilter: Filter = {
  mode: 'dim',
  offTypes: [],
  offSpaces: [],
  offPeople: [],
  text: '',
  minDegree: 0,
  maxDegree: null,
  days: null,
}

const msPerDay = 86_400_000

/** A time in UTC as programs write it; its day is what it begins with. */
const plainTime = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/
/** Days by their dates. A graph has many relations on few days, and reading a date is slow. */
const days = new Map<string, number | null>()
const mostDays = 20_000

/** The day of an ISO 8601 date, or null where it is none. */
export function dayOf(date: string | undefined): number | null {
  if (date === undefined || !plainTime.test(date)) return readDay(date)
  const start = date.slice(0, 10)
  const known = days.get(start)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const day = readDay(`${start}T00:00:00Z`)
  days.set(start, day)
  return day
}

function readDay(date: string | undefined): number | null {
  const ms = date === undefined ? NaN : Date.parse(date)
  return Number.isNaN(ms) ? null : Math.floor(ms / msPerDay)
}

export const dateOf = (day: number): Date => new Date(day * msPerDay)
