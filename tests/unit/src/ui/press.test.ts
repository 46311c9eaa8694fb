import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPresses } from '../../../../src/ui/press'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const at = (target: EventTarget, kind: string) => target.dispatchEvent(new Event(kind))

it('lets a change wait from the press until after the click, in its order', async () => {
  const page = new EventTarget()
  const { afterPress } = createPresses(page)
  const seen: string[] = []
  afterPress(() => seen.push('before'))
  at(page, 'pointerdown')
  afterPress(() => seen.push('first'))
  afterPress(() => seen.push('second'))
  at(page, 'pointerup')
  seen.push('click')
  await vi.runAllTimersAsync()
  expect(seen).toEqual(['before', 'click', 'first', 'second'])
})

it('does not wait for ever', async () => {
  const page = new EventTarget()
  const { afterPress } = createPresses(page, 500)
  const change = vi.fn()
  at(page, 'pointerdown')
  afterPress(change)
  await vi.advanceTimersByTimeAsync(499)
  expect(change).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(change).toHaveBeenCalledOnce()
})
