import type { BrowserWindow } from 'electron'
import { createHost, type Host, type HostOptions, type Platform } from '../host'
import { connectPage } from './connect-page'
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
import { openWindow } from './window'
import { createWindowPlace } from './window-place'
import { windowSigns } from './window-signs'

export type ShellOptions = {
  readonly platform: Omit<Platform, 'dataDir' | 'shell'>
  readonly pageRoot: string
  readonly preload: string
  /** Where a page under development is served from; never in a package. */
  readonly devServer?: string | undefined
  readonly host?: HostOptions
}

/** Starts the program under Electron. Resolves when its window is open, or to null in a second instance. */
export async function startShell(
  electron: ElectronApi,
  { platform, pageRoot, preload, devServer, host: hostOptions }: ShellOptions,
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
  const dataDir = app.getPath('userData')
  const network = {
    // What the system sets, its PAC file included.
    proxyFor: (url: string) => electron.session.defaultSession.resolveProxy(url),
  }
  const fork = forkUtility(electron)
  const menu = createMenu(electron, process.platform)
  let window: BrowserWindow | null = null
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

  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === null) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  pauseInSleep(electron, host)
  closeBeforeQuit(electron, host)
  return host
}
