import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMenu } from '../../../../electron/main/menu'
import {
  createUpdates,
  knowsItsReleases,
  type Updater,
  updatesItem,
} from '../../../../electron/main/updates'
import { createElectronDouble } from './electron-double'

type Given = {
  /** The newest version, null where this copy cannot be updated. */
  readonly newest?: string | null
  readonly fails?: 'check' | 'download' | 'install'
}

/** Stands in for electron-updater, in the order of what it was told. */
function updaterDouble({ newest = '2.0.0', fails }: Given) {
  const done: string[] = []
  const error = Object.assign(new Error('secret of a server'), { code: 'ERR_OF_TEST' })
  const listeners: ((error: Error) => void)[] = []
  let hold: Promise<void> = Promise.resolve()
  const updater: Updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    logger: console,
    requestHeaders: null,
    checkForUpdates: () => {
      done.push(`check ${updater.autoDownload} ${updater.autoInstallOnAppQuit}`)
      if (fails === 'check') return Promise.reject(error)
      if (newest === null) return Promise.resolve(null)
      const isUpdateAvailable = newest !== '1.2.3'
      return Promise.resolve({ isUpdateAvailable, updateInfo: { version: newest } })
    },
    downloadUpdate: async () => {
      done.push(updater.autoInstallOnAppQuit ? 'install at the end' : 'download')
      await hold
      if (fails === 'download') throw error
    },
    quitAndInstall: () => {
      done.push('install')
      if (fails === 'install') for (const listener of listeners) listener(error)
    },
    once: (_event, listener) => listeners.push(listener),
  }
  return { updater, done, until: (over: Promise<void>) => void (hold = over) }
}

function start(given: Given = {}) {
  const double = createElectronDouble()
  const { updater, done, until } = updaterDouble(given)
  const log: string[] = []
  let loaded = 0
  const updates = createUpdates(double.electron, {
    load: () => {
      loaded += 1
      return Promise.resolve(updater)
    },
    window: () => null,
    log: (line) => log.push(line),
    quitBy: (last) => {
      done.push('close')
      last()
    },
  })
  return { ...double, ...updates, updater, done, until, log, loads: () => loaded }
}

const [download, later] = [0, 1]
const [restart, atTheEnd, neither] = [0, 1, 2]

describe('a newer version', () => {
  it('is looked for only when a person asks, by what is loaded only then', async () => {
    const { check, done, loads, updater, asked, answers } = start()
    expect([loads(), done]).toEqual([0, []])
    answers.push(later, later)
    await check()
    await check()
    expect([loads(), done]).toEqual([1, ['check false false', 'check false false']])
    expect(asked).toEqual(['Version 2.0.0 is there.', 'Version 2.0.0 is there.'])
    expect([updater.logger, updater.requestHeaders]).toEqual([
      null,
      { 'x-user-staging-id': 'none' },
    ])
  })

  it('is downloaded and installed at once where both are wanted, when all is closed', async () => {
    const { check, done, answers, asked, offered, told } = start()
    answers.push(download, restart)
    await check()
    expect(asked).toEqual(['Version 2.0.0 is there.', 'Version 2.0.0 is downloaded.'])
    expect(offered).toEqual([
      ['Download', 'Later'],
      ['Restart and install', 'When I quit'],
    ])
    expect(done).toEqual(['check false false', 'download', 'close', 'install'])
    expect(told).toEqual(['free'])
  })

  it('is installed at the end where that is wanted, and not where nothing is chosen', async () => {
    const waits = start()
    waits.answers.push(download, atTheEnd)
    await waits.check()
    expect(waits.done).toEqual(['check false false', 'download', 'install at the end'])
    const leaves = start()
    leaves.answers.push(download, neither)
    await leaves.check()
    expect(leaves.done).toEqual(['check false false', 'download'])
    expect(leaves.updater.autoInstallOnAppQuit).toBe(false)
  })

  it('is said to be on its way to who asks meanwhile', async () => {
    const { check, until, answers, asked, done } = start()
    let isThere: () => void = () => undefined
    until(new Promise((resolve) => (isThere = resolve)))
    answers.push(download)
    const first = check()
    await expect.poll(() => done).toContain('download')
    answers.push(0, neither)
    await check()
    expect(asked.at(-1)).toBe('Version 2.0.0 is being downloaded.')
    isThere()
    await first
    expect(done.filter((one) => one.startsWith('check'))).toHaveLength(1)
  })

  it('is not there where this one is the newest, or cannot be updated', async () => {
    const newest = start({ newest: '1.2.3' })
    await newest.check()
    expect(newest.asked).toEqual(['You have the newest version, 1.2.3.'])
    const unpacked = start({ newest: null })
    await unpacked.check()
    expect(unpacked.asked).toEqual(['This copy does not update itself.'])
  })

  it('that cannot be had is told in a sentence, and in the log by the code of the error', async () => {
    const { check, asked, log, done } = start({ fails: 'check' })
    await check()
    expect(asked).toEqual(['Whether there is a newer version could not be found out.'])
    expect(log).toEqual(['Whether there is a newer version could not be found out. (ERR_OF_TEST)'])
    await check()
    expect(done).toHaveLength(2)

    const broken = start({ fails: 'download' })
    await broken.check()
    expect(broken.asked).toEqual([
      'Version 2.0.0 is there.',
      'The new version could not be downloaded.',
    ])
  })

  it('that cannot be installed leaves no program behind without a window', async () => {
    const { check, asked, told, log } = start({ fails: 'install' })
    await check()
    await expect.poll(() => told).toEqual(['free', 'quit'])
    expect(asked.at(-1)).toBe('The new version could not be installed.')
    expect(log.join('')).not.toContain('secret')
  })
})

describe('the menu', () => {
  it('has “Check for updates…” under “Help” where the program knows its releases', () => {
    const double = createElectronDouble()
    let checked = 0
    const item = updatesItem(() => Promise.resolve(void (checked += 1)))
    createMenu(double.electron, 'linux', [item])
    const help = double.menus.at(-1)?.find(({ role }) => role === 'help')
    const shown = (Array.isArray(help?.submenu) ? help.submenu : []).map(({ label }) => label)
    expect(shown).toContain('Check for updates…')
    item.click?.({} as never, undefined, {})
    expect(checked).toBe(1)
  })

  it('has it only in a packed program with an address', () => {
    const resources = mkdtempSync(join(tmpdir(), 'resources-'))
    onTestFinished(() => rmSync(resources, { recursive: true }))
    const { electron } = createElectronDouble()
    expect(knowsItsReleases(electron, resources)).toBe(false)
    writeFileSync(join(resources, 'app-update.yml'), 'provider: github')
    expect(knowsItsReleases(electron, resources)).toBe(true)
    expect(knowsItsReleases(createElectronDouble({ packaged: false }).electron, resources)).toBe(
      false,
    )
    expect(knowsItsReleases(electron, undefined)).toBe(false)
  })
})
