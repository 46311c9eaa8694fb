import { expect, it } from 'vitest'
import { inBytes } from '@shared/text'

it.each([
  [400, '1 kB'],
  [120_400, '120 kB'],
  [3_440_000, '3.4 MB'],
  [34_400_000, '34 MB'],
])('%i bytes are said as %s', (bytes, words) => {
  expect(inBytes(bytes)).toBe(words)
})
