import type { BrowserWindow } from 'electron'
import type { ElectronApi } from './electron-api'
import type { WindowPlace } from './window-place'

/** The one window. Its page runs sandboxed and sees nothing of Node or Electron. */
export function openWindow(
  { BrowserWindow: Window }: Pick<ElectronApi, 'BrowserWindow'>,
  {
    preload,
    address,
    place,
  }: { readonly preload: string; readonly address: string; readonly place: WindowPlace },
): BrowserWindow {
  const window = new Window({
    ...place.options(),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Relation Explorer for Confluence',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      spellcheck: false,
    },
  })
  place.follow(window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(address)
  return window
}
