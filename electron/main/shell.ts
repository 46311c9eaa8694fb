import type { BrowserWindow } from 'electron'
import { createHost, type Host, type HostOptions, type Platform } from '../host'
import { connectPage } from './connect-page'
import { dataDirOf } from './data-dir'
import { askWhereToSave } from './downloads'
import type { ElectronApi } from './electron-api'
import { forkUtility } from './fork'
import { lockDown } from './lock-down'
import { createMenu } from './menu'
import { openFiles } from './open-files'
import { closeBeforeQuit } from './quit'
import { offerNewPage } from './renderer-gone'
import { builtPage, originOf, registerScheme, servePage } from './scheme'
import { pauseInSleep } from './sleep'
import { createUpdates, type Updater, updatesItem } from './updates'
import { openWindow } from './window'
import { createWindowPlace } from './window-place'
import { windowSigns } from './window-signs'

export type ShellOptions = {
  readonly platform: Omit<Platform, 'dataDir' | 'shell'>
  /** The folder that all shells share, made ready. */
  readonly dataFolder: () => Promise<string>
  readonly pageRoot: string
  readonly preload: string
  /** Where a page under development is served from; never in a package. */
  readonly devServer?: string | undefined
  /** What looks for a newer version; absent where no address of releases is known. */
  readonly updater?: (() => Promise<Updater>) | undefined
  readonly host?: HostOptions
}

/** Starts the program under Electron. Resolves when its window is open, or to null in a second instance. */
export async function startShell(
  electron: ElectronApi,
  { platform, dataFolder, pageRoot, preload, devServer, updater, host: hostOptions }: ShellOptions,
): Promise<Host | null> {
  const { app, shell } = electron
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return null
  }
  // A Mac tells of a file before it tells that it is ready.
  const handTo = openFiles(electron, process.argv.slice(1), process.cwd())
  app.enableSandbox()
  registerScheme(electron)
  await app.whenReady()

  const address = app.isPackaged ? `${builtPage}/` : (devServer ?? `${builtPage}/`)
  const dataDir = await dataDirOf(electron, dataFolder)
  const network = {
    // What the system sets, its PAC file included.
    proxyFor: (url: string) => electron.session.defaultSession.resolveProxy(url),
  }
  const fork = forkUtility(electron)
  let window: BrowserWindow | null = null
  let quitBy: (last: () => void) => void = () => app.quit()
  const updates =
    updater &&
    createUpdates(electron, {
      load: updater,
      window: () => window,
      log: platform.log,
      quitBy: (last) => quitBy(last),
    })
  const menu = createMenu(electron, process.platform, updates ? [updatesItem(updates.check)] : [])
  const signs = windowSigns(electron, () => window)
  const host = await createHost(
    { network, fork, menu, window: signs, ...platform, shell: 'electron', dataDir },
    hostOptions,
  )
  const place = createWindowPlace(dataDir, electron, platform.log)
  const open = () => {
    window = openWindow(electron, { preload, address, place })
    offerNewPage(electron, window)
    window.once('closed', () => {
      window = null
    })
  }
  lockDown({ ...electron, shell, mayOpen: (url) => host.mayOpen(url) })
  askWhereToSave(electron)
  servePage(electron, pageRoot)
  connectPage(electron, host, {
    origin: originOf(address) ?? builtPage,
    contents: () => window?.webContents ?? null,
  })
  open()
  handTo(host)

  followApp(electron, () => window, open)
  pauseInSleep(electron, host)
  quitBy = closeBeforeQuit(electron, host)
  return host
}

/** One window, which comes to the front when the program is started again. */
function followApp(
  { app }: Pick<ElectronApi, 'app'>,
  current: () => BrowserWindow | null,
  open: () => void,
): void {
  app.on('second-instance', () => {
    const window = current()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (current() === null) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}
