import { describe, expect, it } from 'vitest'
import { whyNotElectron } from '../../../../electron/start/why-not-electron.mjs'

const desk = {
  wantsBrowser: false,
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  nodeVersion: '22.12.0',
  isInstalled: false,
} as const

describe('the choice between the shells', () => {
  it('is Electron where it is installed or can be fetched', () => {
    expect(whyNotElectron(desk)).toBeNull()
    expect(whyNotElectron({ ...desk, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull()
    expect(whyNotElectron({ ...desk, nodeVersion: '24.0.1' })).toBeNull()
    expect(whyNotElectron({ ...desk, nodeVersion: '20.20.2', isInstalled: true })).toBeNull()
    expect(whyNotElectron({ ...desk, platform: 'darwin', env: {}, isRoot: true })).toBeNull()
    expect(whyNotElectron({ ...desk, platform: 'win32', env: {} })).toBeNull()
  })

  it('is the browser where the person says so', () => {
    expect(whyNotElectron({ ...desk, wantsBrowser: true, isInstalled: true })).toBe(
      'you asked for it',
    )
  })

  it('is the browser where a window cannot open', () => {
    expect(whyNotElectron({ ...desk, env: {}, isInstalled: true })).toContain('no display')
    expect(whyNotElectron({ ...desk, env: { DISPLAY: '' } })).toContain('no display')
    expect(whyNotElectron({ ...desk, isRoot: true, isInstalled: true })).toContain('root')
  })

  it.each(['20.20.2', '22.11.0'])('is the browser where Node %s cannot fetch it', (nodeVersion) => {
    expect(whyNotElectron({ ...desk, nodeVersion })).toContain(`this is ${nodeVersion}`)
  })
})
