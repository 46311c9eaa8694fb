import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startShell } from '../../../../electron/main/shell'
import type { Updater } from '../../../../electron/main/updates'
import { openDataFolder } from '../../../../electron/host'
import { createMemorySecrets } from '../../../../electron/services/credentials'
import type { Client } from '../../../../src/transport'
import { ContentsDouble, createElectronDouble } from './electron-double'

type Given = {
  packaged?: boolean
  devServer?: string
  first?: boolean
  proxy?: string
  userData?: string
  updater?: () => Promise<Updater>
  switches?: readonly string[]
  dataFolder?: () => Promise<string>
}

async function start({
  packaged = true,
  first = true,
  devServer,
  proxy,
  userData: kept,
  updater,
  switches = [],
  dataFolder,
}: Given = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'shell-'))
  const pageRoot = join(folder, 'renderer')
  await mkdir(pageRoot)
  await writeFile(join(folder, 'secret.json'), 'outside the page')
  await writeFile(join(pageRoot, 'index.html'), '<!doctype html><title>The page</title>')
  const userData = kept ?? join(folder, 'data')
  const double = createElectronDouble({
    ...{ userData, first, packaged, switches },
    ...(proxy && { proxy }),
  })
  const log: string[] = []
  const host = await startShell(double.electron, {
    platform: {
      version: '1.2.3',
      secrets: createMemorySecrets('for a test'),
      log: (line) => log.push(line),
    },
    dataFolder: dataFolder ?? (() => Promise.resolve(userData)),
    pageRoot,
    preload: '/somewhere/preload.cjs',
    devServer,
    updater,
  })
  onTestFinished(async () => {
    await host?.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...double, host, log, userData }
}

const windowOf = ({ windows }: Pick<Awaited<ReturnType<typeof start>>, 'windows'>) => {
  const [window] = windows
  if (window === undefined) throw new Error('No window was opened')
  return window
}

function clientOver(page: MessagePort): Client {
  page.start()
  onTestFinished(() => page.close())
  // Node's port has the members that the link uses of the browser's.
  return createORPCClient(new RPCLink({ port: page }))
}

describe('the start under Electron', () => {
  it('turns the sandbox on and names its scheme before Electron is ready', async () => {
    const { told, schemes } = await start()
    expect(told).toEqual(['sandbox', 'schemes', 'ready', 'window'])
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('leaves the place to an instance that runs already', async () => {
    const { told, windows, host } = await start({ first: false })
    expect(host).toBeNull()
    expect(told).toEqual(['quit'])
    expect(windows).toEqual([])
  })

  it('comes to the front when it is started again', async () => {
    const shell = await start()
    const window = windowOf(shell)
    shell.app.emit('second-instance', {}, ['program'], '/')
    expect(window.done).toEqual(['focus'])
    window.minimized = true
    shell.app.emit('second-instance', {}, ['program'], '/')
    expect(window.done).toEqual(['focus', 'restore', 'focus'])
  })

  it('shows one window, once it is drawn, and a new one when that is gone', async () => {
    const shell = await start()
    const window = windowOf(shell)
    expect(window.options.show).toBe(false)
    window.emit('ready-to-show')
    expect(window.done).toEqual(['show'])
    shell.app.emit('activate')
    expect(shell.windows).toHaveLength(1)
    window.emit('closed')
    shell.app.emit('activate')
    expect(shell.windows).toHaveLength(2)
  })

  it('has the menus of the platform, and leaves undo to the page', async () => {
    const { menus } = await start()
    expect(menus).toHaveLength(1)
    const text = JSON.stringify(menus)
    expect(text).toContain('windowMenu')
    for (const role of ['undo', 'redo', 'editMenu', 'toggleDevTools']) {
      expect(text).not.toContain(`"${role}"`)
    }
    for (const role of ['reload', 'help', 'about', 'cut', 'paste']) {
      expect(text).toContain(`"${role}"`)
    }
  })

  it('quits when the host has closed its files, and not before', async () => {
    const shell = await start()
    const { page } = shell.sendPort({ contents: windowOf(shell).webContents })
    const client = clientOver(page)
    await client.credentials.demo()
    await client.workspace.open({ profile: 'demo' })
    let prevented = 0
    const event = { preventDefault: () => (prevented += 1) }
    shell.told.length = 0
    shell.app.emit('will-quit', event)
    // A second press on the way is no second closing.
    shell.app.emit('will-quit', event)
    expect([prevented, shell.told]).toEqual([2, []])
    await vi.waitFor(() => expect(shell.told).toEqual(['quit']))
    shell.app.emit('will-quit', event)
    expect(prevented).toBe(2)
    const left = await readdir(join(shell.userData, 'workspaces'))
    expect(left.filter((name) => name.endsWith('-wal'))).toEqual([])
  })

  it('begins no call to a site while the machine sleeps', async () => {
    const shell = await start()
    const client = clientOver(shell.sendPort({ contents: windowOf(shell).webContents }).page)
    await client.credentials.demo()
    shell.powerMonitor.emit('suspend')
    const found = client.remote.search({ profile: 'demo', text: 'Architecture overview' })
    const paces: { inFlight: number; waiting: number }[] = []
    for await (const event of await client.remote.watch({ profile: 'demo' })) {
      if (event.kind === 'pace') paces.push(event.pace)
      if (event.kind === 'pace' && event.pace.waiting > 0) break
    }
    expect(paces.every(({ inFlight }) => inFlight === 0)).toBe(true)
    shell.powerMonitor.emit('resume')
    expect((await found).entities.length).toBeGreaterThan(0)
  })

  it('installs a newer version once the host has closed its files', async () => {
    const done: string[] = []
    const updater: Updater = {
      ...{ autoDownload: true, autoInstallOnAppQuit: true, logger: null, requestHeaders: null },
      checkForUpdates: () =>
        Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } }),
      downloadUpdate: () => Promise.resolve(),
      quitAndInstall: () => void done.push('install'),
      once: () => undefined,
    }
    const shell = await start({ updater: () => Promise.resolve(updater) })
    const help = shell.menus.at(-1)?.find(({ role }) => role === 'help')
    const items = Array.isArray(help?.submenu) ? help.submenu : []
    const item = items.find(({ label }) => label === 'Check for updates…')
    item?.click?.({} as never, undefined, {})
    await vi.waitFor(() => expect(shell.told.at(-1)).toBe('quit'))
    expect(done).toEqual([])
    shell.app.emit('will-quit', { preventDefault: () => undefined })
    await vi.waitFor(() => expect(done).toEqual(['install']))
    expect(shell.told.slice(-2)).toEqual(['quit', 'free'])
  })

  it('offers to start a page again that has died', async () => {
    const shell = await start()
    const { webContents } = windowOf(shell)
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(shell.asked).toEqual([])
    webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(webContents.done).toEqual(['reload']))
    expect(shell.asked).toEqual(['The page of Relation Explorer has stopped.'])
    shell.answers.push(1)
    webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await vi.waitFor(() => expect(shell.told.at(-1)).toBe('quit'))
  })
})

describe('what the program keeps', () => {
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kept-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    return folder
  }
  const worked = async (given: Given) => {
    const shell = await start(given)
    const window = windowOf(shell)
    const client = clientOver(shell.sendPort({ contents: window.webContents }).page)
    await client.credentials.demo()
    await client.workspace.open({ profile: 'demo' })
    await client.shell.keepSettings({ theme: 'dark' })
    Object.assign(window, { bounds: { x: 10, y: 20, width: 900, height: 600 } })
    window.emit('close')
  }
  const ours = ['settings.json', 'window.json', 'workspaces']

  it('is in the folder of all shells, and nothing of it among Electron’s own', async () => {
    const [shared, userData] = [await newFolder(), await newFolder()]
    await worked({ userData, dataFolder: () => Promise.resolve(shared) })
    expect(await readdir(shared)).toEqual(expect.arrayContaining(ours))
    expect(await readdir(userData)).toEqual([])
  })

  it('is in the folder that a person names for Electron', async () => {
    const [shared, userData] = [await newFolder(), await newFolder()]
    const dataFolder = () => Promise.resolve(shared)
    await worked({ userData, dataFolder, switches: ['user-data-dir'] })
    expect(await readdir(userData)).toEqual(expect.arrayContaining(ours))
    expect(await readdir(shared)).toEqual([])
  })

  it('comes from where the window had it, and leaves Electron’s own there', async () => {
    const [above, userData] = [await newFolder(), await newFolder()]
    const to = join(above, 'shared')
    await worked({ userData })
    await writeFile(join(userData, 'Cookies'), 'of Electron')
    const log: string[] = []
    await worked({
      userData,
      dataFolder: () => openDataFolder({ to, from: [userData], log: (line) => log.push(line) }),
    })
    expect([log, await readdir(userData)]).toEqual([
      // The window of before is still open in this test, and so is its workspace.
      [expect.stringContaining('Demo site.relx')],
      ['Cookies', 'workspaces'],
    ])
    expect(await readdir(to)).toEqual(expect.arrayContaining(ours))
  })
})

describe('a file that a person opens with the program', () => {
  it('reaches the page, whichever way the system tells of it', async () => {
    const shell = await start()
    const folder = await mkdtemp(join(tmpdir(), 'handed-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, 'One.relx'), 'its bytes')
    const client = clientOver(shell.sendPort({ contents: windowOf(shell).webContents }).page)
    const stop = new AbortController()
    const files = await client.shell.files(undefined, { signal: stop.signal })
    let prevented = false
    const event = { preventDefault: () => (prevented = true) }
    shell.app.emit('open-file', event, join(folder, 'One.relx'))
    expect((await files.next()).value).toMatchObject({
      ...{
        name: 'One.relx',
        workspace: null,
        upload: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    })
    expect([prevented, shell.told.at(-1)]).toEqual([true, `recent ${join(folder, 'One.relx')}`])
    shell.app.emit('second-instance', {}, ['program', '--flag', 'Gone.relx'], folder)
    expect((await files.next()).value).toEqual({ name: 'Gone.relx', upload: null, workspace: null })
    expect(windowOf(shell).done).toContain('focus')
    // One of the program's own is not taken in a second time.
    const own = join(shell.userData, 'workspaces', 'Mine.relx')
    shell.app.emit('open-file', event, own)
    expect((await files.next()).value).toMatchObject({ upload: null, workspace: 'Mine' })
    stop.abort()
  })
})

describe('long work', () => {
  it('is seen at the dock, and told of where nobody looks', async () => {
    const shell = await start()
    const window = windowOf(shell)
    const client = clientOver(shell.sendPort({ contents: window.webContents }).page)
    await client.shell.progress({ part: 0.25, isRunning: true, isPaused: false })
    await client.shell.progress({ part: null, isRunning: true, isPaused: true })
    await client.shell.progress({ part: null, isRunning: false, isPaused: false })
    expect(window.done).toEqual(['progress 0.25 normal', 'progress 2 paused', 'progress -1 normal'])
    const notice = { title: 'Engineering', body: 'The map has ended.' }
    await client.shell.notify(notice)
    expect(shell.notices).toMatchObject([{ ...notice, isShown: true }])
    window.minimized = true
    shell.notices[0]?.emit('click')
    expect(window.done.slice(-2)).toEqual(['restore', 'focus'])
    // Somebody looks at it now.
    await client.shell.notify(notice)
    expect(shell.notices).toHaveLength(1)
  })
})

describe('the place of the window', () => {
  const bounds = { x: 300, y: 200, width: 1000, height: 700 }

  it('is where it was, as large as it was, and maximised where it was', async () => {
    const first = await start()
    expect(windowOf(first).options).toMatchObject({ width: 1280, height: 800 })
    Object.assign(windowOf(first), { bounds })
    windowOf(first).maximize()
    windowOf(first).emit('close')
    const again = await start({ userData: first.userData })
    expect(windowOf(again).options).toMatchObject(bounds)
    expect(windowOf(again).done).toEqual(['maximize'])
  })

  it.each([
    ['a screen that is gone', { ...bounds, x: 2_500 }],
    ['above the screen', { ...bounds, y: -600 }],
  ])('is the usual one where it was on %s', async (_, gone) => {
    const first = await start()
    Object.assign(windowOf(first), { bounds: gone })
    windowOf(first).emit('close')
    const { options } = windowOf(await start({ userData: first.userData }))
    expect([options.x, options.width]).toEqual([undefined, 1280])
  })

  it('is the usual one where what was kept cannot be understood', async () => {
    const first = await start()
    await writeFile(join(first.userData, 'window.json'), '{"x":"left"}')
    expect(windowOf(await start({ userData: first.userData })).options.width).toBe(1280)
  })
})

describe('the menu of the program', () => {
  const act = { id: 'undo', title: 'Undo & more', group: 'Edit', keys: 'Ctrl+Z', enabled: true }
  const labels = (menus: readonly { label?: string }[] = []) => menus.map(({ label }) => label)

  it('shows the acts of the page, tells what is picked, and is the platform’s own again', async () => {
    const shell = await start()
    const contents = windowOf(shell).webContents
    const client = clientOver(shell.sendPort({ contents }).page)
    const stop = new AbortController()
    const acts = [act, { ...act, id: 'fit', title: 'Fit', group: 'Graph', keys: null }]
    const picks = await client.shell.menu({ acts }, { signal: stop.signal })
    await vi.waitFor(() => expect(labels(shell.menus.at(-1))).toContain('Graph'))
    const edit = shell.menus.at(-1)?.find(({ label }) => label === 'Edit')
    const [undo] = Array.isArray(edit?.submenu) ? edit.submenu : []
    expect(undo).toMatchObject({
      label: 'Undo && more',
      accelerator: 'CommandOrControl+Z',
      registerAccelerator: false,
    })
    // Electron hands over three arguments, of which a pick needs none.
    ;(undo?.click as (() => void) | undefined)?.()
    expect((await picks.next()).value).toEqual({ id: 'undo' })
    stop.abort()
    await vi.waitFor(() => expect(labels(shell.menus.at(-1))).not.toContain('Graph'))
  })
})

describe('the page under Electron', () => {
  it('runs sandboxed, on its own, without Node', async () => {
    const window = windowOf(await start())
    expect(window.options.webPreferences).toEqual({
      preload: '/somewhere/preload.cjs',
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
    })
  })

  it('comes from the program itself, under the same rules as on loopback', async () => {
    const shell = await start()
    expect(windowOf(shell).webContents.mainFrame.url).toBe('app://relation-explorer/')
    const page = await shell.get('app://relation-explorer/')
    expect(await page.text()).toContain('The page')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const rules = page.headers.get('content-security-policy')
    expect(rules).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(rules).toContain("connect-src 'self';")
    expect(rules).not.toMatch(/unsafe|\*|https?:|ws:/)
  })

  it.each([
    'app://relation-explorer/../secret.json',
    'app://relation-explorer/%2e%2e/secret.json',
    'app://relation-explorer/..%2fsecret.json',
    'app://relation-explorer/%',
    'app://relation-explorer//',
    'app://another/',
    'app://another/index.html',
    'app://relation-explorer:81/',
  ])('gets nothing at %s', async (url) => {
    const { get } = await start()
    const answer = await get(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('No such file.')
  })

  it('comes from the development server in development only', async () => {
    const devServer = 'http://localhost:5173'
    const packaged = await start({ packaged: true, devServer })
    expect(windowOf(packaged).webContents.mainFrame.url).toBe('app://relation-explorer/')
    const shell = await start({ packaged: false, devServer })
    expect(windowOf(shell).webContents.mainFrame.url).toBe(devServer)
    const contents = windowOf(shell).webContents
    expect((await clientOver(shell.sendPort({ contents }).page).shell.info()).shell).toBe(
      'electron',
    )
    const built = { url: 'app://relation-explorer/' }
    contents.mainFrame = built
    expect(shell.sendPort({ contents, frame: built }).port.isClosed).toBe(true)
  })

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])(
    'cannot get past %s',
    async (name) => {
      const shell = await start()
      for (const contents of [windowOf(shell).webContents, shell.otherContents()]) {
        let prevented = false
        contents.emit(name, {
          url: 'https://evil.example/',
          preventDefault: () => (prevented = true),
        })
        expect(prevented).toBe(true)
      }
    },
  )

  it('opens no window, and in the browser only what the host allows', async () => {
    const shell = await start()
    const { openHandler } = windowOf(shell).webContents
    for (const url of [
      'https://evil.example/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'smb://evil.example/share',
      'javascript:alert(1)',
      'not an address',
    ]) {
      expect(openHandler?.({ url })).toEqual({ action: 'deny' })
    }
    expect(shell.opened).toEqual([])
    const { port, page } = shell.sendPort({ contents: windowOf(shell).webContents })
    const demo = await clientOver(page).credentials.demo()
    expect(openHandler?.({ url: `${demo.site}/wiki/spaces` })).toEqual({ action: 'deny' })
    expect(shell.opened).toEqual([`${demo.site}/wiki/spaces`])
    port.close()
  })

  it('gets no right but to copy a link', async () => {
    const { permissions } = await start()
    const granted = (permission: string) => {
      let told: boolean | undefined
      permissions.request?.({}, permission, (answer) => (told = answer))
      return [told, permissions.check?.({}, permission)]
    }
    expect(granted('clipboard-sanitized-write')).toEqual([true, true])
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb']) {
      expect(granted(permission)).toEqual([false, false])
    }
  })

  it('asks where to save what it exports', async () => {
    const { download } = await start()
    expect(download('graph.png')).toEqual({
      defaultPath: 'graph.png',
      filters: [{ name: 'PNG picture', extensions: ['png'] }],
    })
    expect(download('graph.JSON')).toEqual({
      defaultPath: 'graph.JSON',
      filters: [{ name: 'JSON', extensions: ['json'] }],
    })
    for (const [ending, name] of [
      ['svg', 'SVG picture'],
      ['relx', 'Workspace of Relation Explorer'],
      ['graphml', 'GraphML'],
      ['cypher', 'openCypher'],
      ['csv', 'CSV table'],
    ] as const) {
      expect(download(`graph.${ending}`).filters).toEqual([{ name, extensions: [ending] }])
    }
    expect(download('graph')).toEqual({ defaultPath: 'graph', filters: [] })
    expect(download('graph.toString').filters).toEqual([])
    expect(download('graph.constructor').filters).toEqual([])
  })
})

describe('the network under Electron', () => {
  it('is reached through the proxy that the system sets', async () => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
      vi.stubEnv(name, undefined)
    }
    onTestFinished(() => void vi.unstubAllEnvs())
    const tunnels: (string | undefined)[] = []
    const server = createServer()
    server.on('connect', ({ url }, socket) => {
      tunnels.push(url)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    // A server that listens on a TCP port has an address with one.
    const { port } = server.address() as AddressInfo
    const shell = await start({ proxy: `PROXY 127.0.0.1:${port}` })
    const { page } = shell.sendPort({ contents: windowOf(shell).webContents })
    const signIn = { site: 'example', email: 'a@b.example', token: 't' }
    await expect(clientOver(page).credentials.test(signIn)).rejects.toMatchObject({
      data: { kind: 'unreachable', code: 'PROXY_403' },
    })
    expect(tunnels[0]).toBe('example.atlassian.net:443')
  })
})

describe('the contract under Electron', () => {
  it('is answered by the host, through the port that the page sends', async () => {
    const shell = await start()
    const { page } = shell.sendPort({ contents: windowOf(shell).webContents })
    const client = clientOver(page)
    expect(await client.shell.info()).toEqual({
      shell: 'electron',
      version: '1.2.3',
      firstStart: true,
      settings: { singleKeys: true, theme: 'system' },
    })
    expect((await client.credentials.list()).profiles).toEqual([])
    expect(shell.log).toEqual([])
  })

  it('is answered again after the page was loaded again', async () => {
    const shell = await start()
    const { webContents: contents } = windowOf(shell)
    await clientOver(shell.sendPort({ contents }).page).shell.info()
    const again = clientOver(shell.sendPort({ contents }).page)
    expect((await again.shell.info()).shell).toBe('electron')
  })

  it('is closed to other frames, other pages, other windows and other channels', async () => {
    const shell = await start()
    const { webContents: contents } = windowOf(shell)
    const refused = (given: Parameters<typeof shell.sendPort>[0]) =>
      shell.sendPort(given).port.isClosed

    expect(refused({ contents, frame: { url: 'app://relation-explorer/' } })).toBe(true)
    expect(refused({ contents, frame: null })).toBe(true)
    const other = new ContentsDouble()
    other.mainFrame = contents.mainFrame
    expect(refused({ contents: other })).toBe(true)
    for (const url of ['https://evil.example/', 'app://another/', 'about:blank', '']) {
      contents.mainFrame = { url }
      expect(refused({ contents })).toBe(true)
    }
    contents.mainFrame = { url: 'app://relation-explorer/index.html#x' }
    expect(refused({ contents })).toBe(false)
    windowOf(shell).emit('closed')
    expect(refused({ contents })).toBe(true)
  })
})
