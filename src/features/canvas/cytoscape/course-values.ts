import { bendStep, type Course } from '../../picture'

/** The values of a course by the names that the style maps. */
export type CourseValues = {
  readonly style: 'straight' | 'unbundled-bezier'
  readonly distances: readonly number[]
  readonly sweep: string
}

export const straight: CourseValues = { style: 'straight', distances: [0], sweep: '60deg' }

const known = new Map<string, CourseValues>()

/** The same values for the same course, so that what has not changed can be told by that. */
export function valuesOfCourse({ bend, loop }: Course, isLoop: boolean): CourseValues {
  if (!isLoop && bend === 0) return straight
  const key = isLoop ? `loop ${loop}` : `bend ${bend}`
  const old = known.get(key)
  if (old !== undefined) return old
  const values: CourseValues = {
    style: 'unbundled-bezier',
    distances: [isLoop ? bendStep * (loop / 3 + 1) : bend],
    // Cytoscape would number loops of one sweep itself, but only those that it draws anew.
    sweep: `${60 + loop * 0.001}deg`,
  }
  known.set(key, values)
  return values
}
