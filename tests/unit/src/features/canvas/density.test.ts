import { afterEach, expect, it, vi } from 'vitest'
import { watchDensity } from '../../../../../src/features/canvas/density'

afterEach(() => vi.unstubAllGlobals())

it('tells each change of the density, until it is stopped', () => {
  const asked: string[] = []
  const queries: EventTarget[] = []
  vi.stubGlobal('devicePixelRatio', 1)
  vi.stubGlobal('matchMedia', (query: string) => {
    asked.push(query)
    const target = new EventTarget()
    queries.push(target)
    return target
  })
  const onChange = vi.fn()
  const stop = watchDensity(onChange)
  for (const ratio of [2, 1.5]) {
    vi.stubGlobal('devicePixelRatio', ratio)
    queries.at(-1)?.dispatchEvent(new Event('change'))
  }
  expect(onChange).toHaveBeenCalledTimes(2)
  expect(asked).toEqual(['(resolution: 1dppx)', '(resolution: 2dppx)', '(resolution: 1.5dppx)'])
  stop()
  queries.at(-1)?.dispatchEvent(new Event('change'))
  expect(onChange).toHaveBeenCalledTimes(2)
})
