import type { BrowserWindow } from 'electron'
import type { ElectronApi } from './electron-api'

/** The one window. Its page runs sandboxed and sees nothing of Node or Electron. */
export function openWindow(
  { BrowserWindow: Window }: Pick<ElectronApi, 'BrowserWindow'>,
  { preload, address }: { readonly preload: string; readonly address: string },
): BrowserWindow {
  const window = new Window({
    width: 1280,
    height: 800,
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
  window.once('ready-to-show', () => window.show())
  void window.loadURL(address)
  return window
}
