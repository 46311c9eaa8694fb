import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createMemorySecrets,
  createSecrets,
  type Secrets,
} from '../../../../../electron/services/credentials'
import type { AskKeyring } from '../../../../../electron/services/credentials/keyring'

type Mood = 'good' | 'read-only' | 'broken' | 'silent' | 'forgetful'

/** A keychain behind the same questions as the native one. */
function keyring(mood: Mood = 'good', kept = new Map<string, string>()) {
  const state = { mood, asked: 0 }
  let wake: () => void = () => undefined
  const ask: AskKeyring = async (act, name, secret = '') => {
    state.asked += 1
    if (state.mood === 'silent') await new Promise<void>((resolve) => (wake = resolve))
    if (state.mood === 'broken' || (state.mood === 'read-only' && act !== 'get')) {
      throw new Error('AccessDenied')
    }
    if (act === 'get') return kept.get(name) ?? null
    if (act === 'delete') return kept.delete(name)
    if (state.mood !== 'forgetful') kept.set(name, secret)
    return null
  }
  return { ask, state, kept, wake: () => wake() }
}

const keeps = async (secrets: Secrets) => {
  expect(await secrets.get('p1')).toBeNull()
  await secrets.set('p1', 'one')
  await secrets.set('p1', 'two')
  expect(await secrets.get('p1')).toBe('two')
  await secrets.delete('p1')
  await secrets.delete('p1')
  expect(await secrets.get('p1')).toBeNull()
}

describe('secrets', () => {
  it('are kept in the keychain where it keeps what it is given, and no probe stays there', async () => {
    const { ask, kept } = keyring()
    const secrets = createSecrets({ ask })
    expect(await secrets.store()).toEqual({ kind: 'keychain' })
    expect(kept.size).toBe(0)
    await secrets.set('p0', 'stays')
    await keeps(secrets)
    expect([...kept]).toEqual([['p0', 'stays']])
  })

  it.each([
    ['broken', 'No system keychain can be reached here.'],
    ['forgetful', 'The system keychain refuses; it may be locked.'],
  ] as const)(
    'are kept in memory, with the reason, by a keychain that is %s',
    async (mood, reason) => {
      const secrets = createSecrets({ ask: keyring(mood).ask })
      expect(await secrets.store()).toEqual({ kind: 'memory', reason })
      await keeps(secrets)
    },
  )

  it('are read, and kept in memory, where the keychain reads but does not write', async () => {
    const kept = new Map([['old', 'of last time']])
    const secrets = createSecrets({ ask: keyring('read-only', kept).ask })
    expect(await secrets.get('old')).toBe('of last time')
    await secrets.set('p1', 'one')
    expect(await secrets.get('p1')).toBe('one')
    expect(await secrets.store()).toMatchObject({ kind: 'memory' })
    await secrets.delete('p1')
    expect(await secrets.get('p1')).toBeNull()
    // What it holds and will not let go of is not called forgotten.
    await expect(secrets.delete('old')).rejects.toMatchObject({
      failure: { kind: 'keychain', of: 'forget' },
    })
  })

  it('go to memory where the keychain refuses later, and it says so', async () => {
    const { ask, state, kept } = keyring()
    const secrets = createSecrets({ ask })
    await secrets.set('p1', 'one')
    state.mood = 'read-only'
    await secrets.set('p1', 'two')
    expect(await secrets.get('p1')).toBe('two')
    expect(kept.get('p1')).toBe('one')
    expect(await secrets.store()).toMatchObject({ kind: 'memory' })
  })

  it('wait once for a keychain that is silent, and read from it once it speaks', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { ask, state, kept, wake } = keyring('silent')
    kept.set('p1', 'of last time')
    const secrets = createSecrets({ ask })
    const first = secrets.get('p1')
    await vi.advanceTimersByTimeAsync(9_999)
    expect(state.asked).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await first).toBeNull()
    // From here on without any time passing.
    expect(await secrets.get('p1')).toBeNull()
    await secrets.set('p2', 'two')
    expect(await secrets.get('p2')).toBe('two')
    expect(await secrets.store()).toEqual({
      kind: 'memory',
      reason: 'The system keychain does not answer.',
    })
    expect(state.asked).toBe(1)
    state.mood = 'good'
    wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(await secrets.get('p1')).toBe('of last time')
  })

  it('are kept in memory by a shell that says so', () => keeps(createMemorySecrets('for a test')))

  it('start with the real keychain or without it, but always start', async () => {
    expect(['keychain', 'memory']).toContain((await createSecrets().store()).kind)
  })
})

describe.runIf(process.platform === 'linux')('the real binding, at a bus', () => {
  it('that never answers, stops nobody', async () => {
    const { server, address } = await silentBus()
    withBus(address)
    const secrets = createSecrets({ patienceMs: 2_000 })
    let turns = 0
    const clock = setInterval(() => (turns += 1), 20)
    const answer = secrets.store()
    // The program goes on all the time: nothing of it waits with the binding.
    await new Promise((resolve) => server.once('connection', resolve))
    expect(await answer).toEqual({ kind: 'memory', reason: 'The system keychain does not answer.' })
    clearInterval(clock)
    expect(turns).toBeGreaterThan(40)
    await secrets.set('p1', 'one')
    expect(await secrets.get('p1')).toBe('one')
  })

  it('that is not there, is told at once', async () => {
    withBus('unix:path=/nowhere')
    const secrets = createSecrets()
    expect(await secrets.store()).toEqual({
      kind: 'memory',
      reason: 'No system keychain can be reached here.',
    })
    await keeps(secrets)
  })
})

const hasKeyring =
  process.platform === 'linux' &&
  ['dbus-daemon', 'gnome-keyring-daemon'].every((tool) => spawnSync('which', [tool]).status === 0)

/** Only where a machine has one; on a bus of its own, so that nobody's keychain is touched. */
describe.runIf(hasKeyring)('a real GNOME keyring', () => {
  it('keeps tokens while it is unlocked; locked it does not, which is said', async () => {
    const home = await mkdtemp(join(tmpdir(), 'keyring-'))
    onTestFinished(() => rm(home, { recursive: true, force: true }))
    startKeyring(home, ['--unlock'])
    const secrets = createSecrets()
    expect(await secrets.store()).toEqual({ kind: 'keychain' })
    await secrets.set('p1', 'one')
    await secrets.set('p2', 'two')
    await secrets.delete('p2')
    const later = createSecrets()
    expect([await later.get('p1'), await later.get('p2')]).toEqual(['one', null])

    startKeyring(home, ['--start'])
    const locked = createSecrets({ patienceMs: 2_000 })
    expect(await locked.get('p1')).toBeNull()
    expect(await locked.store()).toMatchObject({ kind: 'memory' })
    await locked.set('p1', 'again')
    expect(await locked.get('p1')).toBe('again')
  }, 60_000)
})

/** A bus of its own, and a keyring on it whose files are in `home`. */
function startKeyring(home: string, how: readonly string[]): void {
  const bus = spawnSync(
    'dbus-daemon',
    ['--session', '--fork', '--print-address=1', '--print-pid=1'],
    {
      encoding: 'utf8',
    },
  )
  const [address = '', pid = ''] = bus.stdout.trim().split('\n')
  expect(Number(pid)).toBeGreaterThan(1)
  // The keyring ends with its bus.
  onTestFinished(() => void process.kill(Number(pid)))
  withBus(address)
  spawnSync('gnome-keyring-daemon', [...how, '--components=secrets'], {
    input: 'password',
    env: {
      ...process.env,
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_RUNTIME_DIR: home,
      DBUS_SESSION_BUS_ADDRESS: address,
    },
  })
}

/** A socket that takes what is sent and says nothing, as a bus that is stuck does. */
async function silentBus(): Promise<{ server: Server; address: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bus-'))
  const path = join(folder, 'bus')
  const server = createServer((socket) => socket.on('error', () => undefined).resume())
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(async () => {
    server.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { server, address: `unix:path=${path}` }
}

/** Where the children of this process look for the bus. */
function withBus(address: string): void {
  const before = process.env['DBUS_SESSION_BUS_ADDRESS']
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address
  onTestFinished(() => {
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before
  })
}
