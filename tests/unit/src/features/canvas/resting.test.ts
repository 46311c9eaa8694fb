import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Rest } from '../../../../../src/features/canvas/canvas'
import { createResting } from '../../../../../src/features/canvas/resting'

const node = { kind: 'node', id: 'content:1' } as const
const edge = { kind: 'edge', id: 'link|content:1|content:2' } as const
const at = { x: 3, y: 4 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function begun() {
  const told: (Rest | null)[] = []
  const faded: string[] = []
  const resting = createResting((rest) => void told.push(rest))
  return { told, faded, ...resting }
}

it('fades the rest sooner for a node than for a line, which is crossed everywhere', () => {
  const { begin, end, faded } = begun()
  begin(node, at, () => faded.push('node'))
  vi.advanceTimersByTime(200)
  end()
  begin(edge, at, () => faded.push('edge'))
  vi.advanceTimersByTime(200)
  expect(faded).toEqual(['node'])
  vi.advanceTimersByTime(400)
  expect(faded).toEqual(['node', 'edge'])
})

it('tells of what the pointer rests on, once, and that it has left', () => {
  const { begin, end, told } = begun()
  begin(node, at, () => undefined)
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([{ spot: node, at }])
  end()
  end()
  expect(told).toEqual([{ spot: node, at }, null])
})

it('says nothing of what the pointer only crosses', () => {
  const { begin, end, told, faded } = begun()
  for (let crossed = 0; crossed < 20; crossed += 1) {
    begin(crossed % 2 === 0 ? node : edge, at, () => faded.push('faded'))
    vi.advanceTimersByTime(60)
  }
  end()
  vi.advanceTimersByTime(2_000)
  expect(told).toEqual([])
  expect(faded).toEqual([])
})
