import { fork, type Serializable } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type {
  BrowserWindowConstructorOptions,
  DownloadItem,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  SaveDialogOptions,
  WindowOpenHandlerResponse,
} from 'electron'
import type { ElectronApi } from '../../../../electron/main/electron-api'

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse
type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
) => void
type PermissionCheck = (contents: unknown, permission: string) => boolean
type Scheme = Parameters<ElectronApi['protocol']['registerSchemesAsPrivileged']>[0][number]
type Serve = (request: Request) => Promise<Response>

export type Frame = { url: string }

/** What a window shows: its frame, and what the shell told it to do. */
export class ContentsDouble extends EventEmitter {
  mainFrame: Frame = { url: '' }
  openHandler: OpenHandler | null = null
  readonly done: string[] = []
  reload = () => void this.done.push('reload')
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new ContentsDouble()
  readonly done: string[] = []
  minimized = false
  readonly options: BrowserWindowConstructorOptions
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = { url }
    return Promise.resolve()
  }
  show = () => void this.done.push('show')
  bounds = { x: 0, y: 0, width: 0, height: 0 }
  isFocused = () => this.done.at(-1) === 'focus'
  setProgressBar = (part: number, { mode }: { mode: string }) =>
    void this.done.push(`progress ${part} ${mode}`)
  isDestroyed = () => false
  getNormalBounds = () => this.bounds
  isMaximized = () => this.done.includes('maximize')
  isFullScreen = () => this.done.includes('full screen')
  maximize = () => void this.done.push('maximize')
  setFullScreen = (is: boolean) => void this.done.push(is ? 'full screen' : 'window')
  focus = () => void this.done.push('focus')
  restore = () => void this.done.push('restore')
  isMinimized = () => this.minimized
}

class NoticeDouble extends EventEmitter {
  static isSupported = () => true
  title = ''
  body = ''
  isShown = false
  show = () => void (this.isShown = true)
}

/** A port as the main process gets it: an emitter of `{ data }`, started by hand. */
export class PortDouble extends EventEmitter {
  readonly port: MessagePort
  isClosed = false
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('message', (data: unknown) => this.emit('message', { data }))
    port.on('close', () => this.emit('close'))
    port.unref()
  }
  postMessage = (message: unknown) => this.port.postMessage(message)
  start = () => this.port.start()
  close(): void {
    this.isClosed = true
    this.port.close()
  }
}

/** A utility process is a process, so this one is too; only its messages go another way. */
class UtilityDouble extends EventEmitter {
  private readonly process
  constructor(script: string) {
    super()
    this.process = fork(script, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    this.process.on('message', (message) => this.emit('message', message))
    this.process.on('exit', (code) => this.emit('exit', code))
  }
  postMessage = (message: Serializable) => void this.process.send(message)
  kill = () => this.process.kill()
}

/**
 * Stands in for Electron: remembers what it was told and lets a test act as the platform, as the
 * page, and as the person. It has the members that `ElectronApi` names and the shell calls.
 */
export function createElectronDouble({
  userData = '/nowhere',
  first = true,
  packaged = true,
  switches = [] as readonly string[],
  proxy = 'DIRECT',
  displays = [{ x: 0, y: 0, width: 1920, height: 1080 }],
} = {}) {
  const told: string[] = []
  const windows: WindowDouble[] = []
  const opened: string[] = []
  const notices: NoticeDouble[] = []
  const asked: string[] = []
  const offered: string[][] = []
  /** What a person presses in the next dialogs, by the place of the button. */
  const answers: number[] = []
  const schemes: Scheme[] = []
  const served = new Map<string, Serve>()
  const menus: MenuItemConstructorOptions[][] = []
  const permissions: { request: PermissionRequest | null; check: PermissionCheck | null } = {
    request: null,
    check: null,
  }

  const app = Object.assign(new EventEmitter(), {
    isPackaged: packaged,
    requestSingleInstanceLock: () => first,
    getVersion: () => '1.2.3',
    releaseSingleInstanceLock: () => void told.push('free'),
    quit: () => void told.push('quit'),
    enableSandbox: () => void told.push('sandbox'),
    whenReady: () => {
      told.push('ready')
      return Promise.resolve()
    },
    getPath: () => userData,
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
    addRecentDocument: (path: string) => void told.push(`recent ${path}`),
  })
  const ipcMain = new EventEmitter()
  const powerMonitor = new EventEmitter()
  const defaultSession = Object.assign(new EventEmitter(), {
    resolveProxy: () => Promise.resolve(proxy),
    setPermissionRequestHandler: (handler: PermissionRequest) => (permissions.request = handler),
    setPermissionCheckHandler: (handler: PermissionCheck) => (permissions.check = handler),
  })
  class BrowserWindow extends WindowDouble {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options)
      told.push('window')
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const double = {
    app,
    BrowserWindow,
    ipcMain,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => void menus.push(menu),
    },
    protocol: {
      registerSchemesAsPrivileged: (list: Scheme[]) => {
        told.push('schemes')
        schemes.push(...list)
      },
      handle: (scheme: string, serve: Serve) => void served.set(scheme, serve),
    },
    session: { defaultSession },
    Notification: class extends NoticeDouble {
      constructor(options: { title: string; body: string }) {
        super()
        notices.push(Object.assign(this, options))
      }
    },
    powerMonitor,
    screen: { getAllDisplays: () => displays.map((workArea) => ({ workArea })) },
    dialog: {
      showMessageBox: (first: unknown, second?: MessageBoxOptions) => {
        // With a window before it, or without one.
        const { message, buttons } = second ?? (first as MessageBoxOptions)
        asked.push(message)
        offered.push(buttons ?? [])
        return Promise.resolve({ response: answers.shift() ?? 0 })
      },
    },
    utilityProcess: { fork: (script: string) => new UtilityDouble(script) },
    shell: {
      openExternal: (url: string) => {
        opened.push(url)
        return Promise.resolve()
      },
    },
  } satisfies Record<keyof ElectronApi, unknown>

  return {
    /** Complete for what the shell calls; the rest of Electron is not there, and a call to it throws. */
    electron: double as unknown as ElectronApi,
    app,
    told,
    windows,
    opened,
    notices,
    asked,
    offered,
    answers,
    schemes,
    menus,
    permissions,
    powerMonitor,
    /** Fetches as the page would. */
    get: async (url: string): Promise<Response> => {
      const serve = served.get(new URL(url).protocol.slice(0, -1))
      if (serve === undefined) throw new Error(`Nothing serves ${url}`)
      return serve(new Request(url))
    },
    /** Sends a port to main as the preload does; gives the page's end of it. */
    sendPort: (
      from: { contents: ContentsDouble; frame?: Frame | null },
      channel = 'relation-explorer:connect',
    ) => {
      const { port1, port2 } = new MessageChannel()
      const port = new PortDouble(port2)
      const { contents, frame = contents.mainFrame } = from
      ipcMain.emit(channel, { sender: contents, senderFrame: frame, ports: [port] })
      return { page: port1, port }
    },
    /** Lets a page offer a file; gives what the save dialog would show. */
    download: (name: string): SaveDialogOptions => {
      let shown: SaveDialogOptions = {}
      const item: Pick<DownloadItem, 'getFilename' | 'setSaveDialogOptions'> = {
        getFilename: () => name,
        setSaveDialogOptions: (options) => void (shown = options),
      }
      defaultSession.emit('will-download', {}, item)
      return shown
    },
    /** A page that the shell did not make, such as one opened by a page. */
    otherContents: (): ContentsDouble => {
      const contents = new ContentsDouble()
      app.emit('web-contents-created', {}, contents)
      return contents
    },
  }
}
