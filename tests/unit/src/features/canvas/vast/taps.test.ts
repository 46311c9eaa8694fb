import { expect, it } from 'vitest'
import { createTaps, type Tap } from '../../../../../../src/features/canvas/vast/taps'

const node = { kind: 'node', id: 'content:1' } as const

function tapped(...taps: readonly Parameters<ReturnType<typeof createTaps>['tap']>[]): boolean[] {
  const heard: Tap[] = []
  const { tap } = createTaps((one) => heard.push(one))
  for (const one of taps) tap(...one)
  return heard.map(({ isDouble }) => isDouble)
}

it('Two taps on one thing are double, by the time of the hand; the third begins anew', () => {
  expect(tapped([node, false, 1_000], [node, false, 1_200], [node, false, 1_300])).toEqual([
    false,
    true,
    false,
  ])
  expect(tapped([node, false, 1_000], [node, false, 1_400])).toEqual([false, false])
})

it('Taps on two things, or on nothing, are none', () => {
  const other = { kind: 'edge', id: 'link|content:1|content:2' } as const
  const nothing = { kind: 'background' } as const
  expect(tapped([node, false, 0], [other, false, 10])).toEqual([false, false])
  expect(tapped([nothing, false, 0], [nothing, false, 10])).toEqual([false, false])
})
