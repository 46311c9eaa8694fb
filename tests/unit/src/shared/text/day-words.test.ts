import { expect, it } from 'vitest'
import { dayWords } from '@shared/text'

it.each([
  ['2026-11-26T23:59:59.000Z', '26 Nov 2026'],
  ['2026-01-01', '1 Jan 2026'],
  [new Date(Date.UTC(2024, 1, 29)), '29 Feb 2024'],
  ['no date', 'no date'],
  ['', ''],
])('a day is one as people read it: %s', (at, words) => {
  expect(dayWords(at)).toBe(words)
})
