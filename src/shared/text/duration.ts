import { counted } from './counted'

/** About how long, in the largest unit that says enough. */
export const durationWords = (seconds: number): string => {
  if (seconds < 90) return counted(Math.ceil(seconds), 'second')
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour')
}
