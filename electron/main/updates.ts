import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, MenuItemConstructorOptions, MessageBoxOptions } from 'electron'
import type { ElectronApi } from './electron-api'

/** What is used of electron-updater. */
export type Updater = {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  logger: unknown
  requestHeaders: object | null
  /** Null where this copy cannot be updated, such as one that was only unpacked. */
  readonly checkForUpdates: () => Promise<{
    readonly isUpdateAvailable: boolean
    readonly updateInfo: { readonly version: string }
  } | null>
  readonly downloadUpdate: () => Promise<unknown>
  readonly quitAndInstall: (isSilent: boolean, isForceRunAfter: boolean) => void
  readonly once: (event: 'error', listener: (error: Error) => void) => unknown
}

/** Whether this program was packed with the address of its releases, which electron-builder puts there. */
export const knowsItsReleases = (
  { app }: Pick<ElectronApi, 'app'>,
  resources: string | undefined,
): boolean =>
  app.isPackaged && resources !== undefined && existsSync(join(resources, 'app-update.yml'))

type Electron = Pick<ElectronApi, 'app' | 'dialog'>
type Parts = {
  readonly load: () => Promise<Updater>
  readonly window: () => BrowserWindow | null
  readonly log: (line: string) => void
  /** Quits, and lets `last` end the program once all is closed. */
  readonly quitBy: (last: () => void) => void
}

/** Looks for a newer version where a person asks for it, and asks again before each further step. */
export function createUpdates(electron: Electron, parts: Parts) {
  const speech = speechOver(electron, parts)
  let updater: Promise<Updater> | null = null
  let isUnderWay = false
  let downloading: string | null = null
  const known = () => (updater ??= parts.load().then(tamed))

  const check = async (): Promise<void> => {
    const found = await newer(electron, speech, known)
    if (found === null) return
    const { ready, version } = found
    if ((await speech.ask(offer(version, electron.app.getVersion()))) !== 0) return
    downloading = version
    const came = await speech.trying('The new version could not be downloaded.', () =>
      ready.downloadUpdate(),
    )
    downloading = null
    if (came === null) return
    const chosen = await speech.ask(choice(version))
    if (chosen === 0) parts.quitBy(() => install(electron, speech, ready))
    if (chosen !== 1) return
    ready.autoInstallOnAppQuit = true
    // It is there already: this only tells that it is to be installed.
    await speech.trying('The new version could not be made ready.', () => ready.downloadUpdate())
  }
  return {
    check: async (): Promise<void> => {
      if (downloading !== null) return speech.tell(`Version ${downloading} is being downloaded.`)
      if (isUnderWay) return
      isUnderWay = true
      await check().finally(() => (isUnderWay = false))
    },
  }
}

export const updatesItem = (check: () => Promise<void>): MenuItemConstructorOptions => ({
  label: 'Check for updates…',
  click: () => void check(),
})

/** It does nothing unasked, and tells the releases nothing that would know this copy again. */
function tamed(updater: Updater): Updater {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.logger = null
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  return updater
}

type Speech = ReturnType<typeof speechOver>

/** Questions and sentences over the window, where there is one. */
function speechOver({ dialog }: Electron, { window, log }: Parts) {
  const ask = async (options: MessageBoxOptions): Promise<number> => {
    const over = window()
    const asked =
      over === null ? dialog.showMessageBox(options) : dialog.showMessageBox(over, options)
    return (await asked).response
  }
  const tell = async (message: string, detail = ''): Promise<void> => {
    await ask({ type: 'info', message, detail, buttons: ['OK'] })
  }
  /** Not the message of an error: it may hold a whole answer of the server. */
  const tellFailure = (message: string, detail: string, error: unknown): Promise<number> => {
    log(`${message} (${codeOf(error)})`)
    return ask({ type: 'warning', message, detail, buttons: ['OK'] })
  }
  /** Null where it fails, which is told. */
  const trying = async <T>(message: string, work: () => Promise<T>): Promise<{ got: T } | null> => {
    try {
      return { got: await work() }
    } catch (error) {
      await tellFailure(message, 'Try again later.', error)
      return null
    }
  }
  return { ask, tell, tellFailure, trying }
}

/** The newer version that there is; null where there is none, which is told. */
async function newer(
  { app }: Electron,
  { tell, trying }: Speech,
  known: () => Promise<Updater>,
): Promise<{ ready: Updater; version: string } | null> {
  const failed = 'Whether there is a newer version could not be found out.'
  const found = await trying(failed, async () => {
    const ready = await known()
    return { ready, answer: await ready.checkForUpdates() }
  })
  if (found === null) return null
  const { ready, answer } = found.got
  if (answer?.isUpdateAvailable === true) return { ready, version: answer.updateInfo.version }
  await (answer === null
    ? tell('This copy does not update itself.', 'Get the newest version where you got this one.')
    : tell(`You have the newest version, ${app.getVersion()}.`))
  return null
}

function install({ app }: Electron, { tellFailure }: Speech, ready: Updater): void {
  // There is no window any more in which to go on.
  ready.once('error', (error) => {
    const message = 'The new version could not be installed.'
    void tellFailure(message, 'Your version stays as it is.', error).finally(() => app.quit())
  })
  // The new version is started before this one has gone.
  app.releaseSingleInstanceLock()
  ready.quitAndInstall(true, true)
}

const offer = (version: string, own: string): MessageBoxOptions => ({
  type: 'question',
  message: `Version ${version} is there.`,
  detail: `You have ${own}. Nothing is installed before you say so.`,
  buttons: ['Download', 'Later'],
  defaultId: 0,
  cancelId: 1,
})

const choice = (version: string): MessageBoxOptions => ({
  type: 'question',
  message: `Version ${version} is downloaded.`,
  detail: 'Your work is kept in its workspace.',
  buttons: ['Restart and install', 'When I quit'],
  defaultId: 0,
  // Who closes the question has chosen neither.
  cancelId: 2,
})

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no code'
