import { describe, expect, it } from 'vitest'
import { openingOf } from '../../../../electron/loopback/open-browser'

const address = 'http://127.0.0.1:1/#ticket=abc'

describe('how a browser is opened', () => {
  it('on macOS without the address in any command line', () => {
    const opening = openingOf(address, 'darwin', {})
    expect(opening?.args.join()).not.toContain('abc')
    expect(opening?.input).toContain(address)
  })

  it('not where there is no screen', () => {
    expect(openingOf(address, 'linux', {})).toBeNull()
    expect(openingOf(address, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })?.args).toEqual([address])
    expect(openingOf(address, 'linux', { DISPLAY: ':0' })?.command).toBe('xdg-open')
  })
})
