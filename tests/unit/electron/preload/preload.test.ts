import { beforeEach, describe, expect, it, vi } from 'vitest'

/** The two parts of Electron that a sandboxed preload gets. */
const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  posted: [] as { channel: string; message: unknown; ports: unknown[] }[],
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    postMessage: (channel: string, message: unknown, ports: unknown[]) =>
      electron.posted.push({ channel, message, ports }),
  },
}))

/** The window of the page, as far as the preload touches it. */
const page = Object.assign(new EventTarget(), { location: { origin: 'app://relation-explorer' } })
vi.stubGlobal('window', page)
await import('../../../../electron/preload')

type Said = { data?: unknown; origin?: string; source?: unknown; ports?: unknown[] }

const hello = 'relation-explorer:connect'
const port = { a: 'port' }

const say = ({
  data = hello,
  origin = page.location.origin,
  source = page,
  ports = [port],
}: Said) => page.dispatchEvent(Object.assign(new Event('message'), { data, origin, source, ports }))

describe('the preload', () => {
  beforeEach(() => {
    electron.posted.length = 0
  })

  it('gives the page one word and no function', () => {
    expect([...electron.exposed]).toEqual([['relationExplorer', { shell: 'electron' }]])
  })

  it('hands over the port of the page, and nothing that came with it', () => {
    say({})
    expect(electron.posted).toEqual([{ channel: hello, message: null, ports: [port] }])
  })

  it.each([
    ['another window', { source: {} }],
    ['no window', { source: null }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: '' }],
  ])('hears nothing from %s', (_who, said) => {
    say(said)
    expect(electron.posted).toEqual([])
  })

  it.each([
    ['other words', { data: 'something else' }],
    ['an object', { data: { toString: (): string => hello } }],
    ['no port', { ports: [] }],
    ['two ports', { ports: [port, port] }],
  ])('passes nothing on for %s', (_what, said) => {
    say(said)
    expect(electron.posted).toEqual([])
  })
})
