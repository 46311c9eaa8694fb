import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { getBrowser } from '../browser/find-browser.mjs'
import { ExplorerPage } from './explorer-page'
import { type RunningHost, startHost, test } from './host'
import { connect, startSite } from './site'

const welcome = (page: Page) => page.getByRole('button', { name: 'Explore the demo site' })
const refusal = (page: Page) => page.getByText('this one was used or has run out')
const keyOf = (page: Page) => page.evaluate(() => sessionStorage.getItem('relation-explorer-key'))

test('a printed address lets one tab in; reload and Back keep it', async ({ page, host }) => {
  await page.goto(host.address)
  await expect(welcome(page)).toBeVisible()
  const own = `${new URL(host.address).origin}/`
  expect(page.url()).toBe(own)
  await page.reload()
  await expect(welcome(page)).toBeVisible()
  await page.goto('about:blank')
  await page.goBack()
  await expect(welcome(page)).toBeVisible()
  expect(page.url()).toBe(own)
  // The used ticket costs a tab nothing that is in already.
  await page.goto('about:blank')
  await page.goto(host.address)
  await expect(welcome(page)).toBeVisible()
})

test('reload and Back return to what was open; only an act leads to the first screen', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('12')
  await explorer.crawl()
  const open = page.getByRole('region', { name: 'Open now' })
  const workspace = page.getByRole('button', { name: 'Workspace' })
  await workspace.click()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByRole('button', { name: 'Open Demo site copy' }).click()
  await workspace.click()
  await expect(open.getByRole('heading', { name: 'Demo site copy' })).toBeVisible()
  await page.keyboard.press('Escape')
  const count = await explorer.nodeCount()

  await page.reload()
  await explorer.isOpen()
  expect(await explorer.nodeCount()).toBe(count)
  await expect(page).toHaveTitle(/^Demo site/)
  await page.goto('about:blank')
  await page.goBack()
  await explorer.isOpen()
  expect(await explorer.nodeCount()).toBe(count)
  // The same workspace, not the one that was made first.
  await workspace.click()
  await expect(open.getByRole('heading', { name: 'Demo site copy' })).toBeVisible()
  await page.keyboard.press('Escape')

  await explorer.leave()
  await page.reload()
  await expect(welcome(page)).toBeVisible()
})

test('what was open is there again at the next start, unless a person left it', async ({
  page,
  host,
  dataDir,
}) => {
  const { site, stop } = await startSite()
  const explorer = new ExplorerPage(page)
  const startAgain = async (): Promise<RunningHost> => {
    await page.goto('about:blank')
    const next = await startHost(dataDir)
    await page.goto(next.address)
    return next
  }
  try {
    await page.goto(host.address)
    await connect(page, site, site.token)
    await explorer.isOpen()
    await explorer.crawlOneStep('Ingest pipeline')
    await page.getByRole('button', { name: 'Workspace' }).click()
    await page.getByRole('button', { name: 'Save a copy' }).click()
    await page.getByRole('button', { name: /^Open .* copy$/ }).click()
    await expect(page).toHaveTitle(/ copy – /)
    const title = await page.title()
    const count = await explorer.nodeCount()
    await host.stop()

    const second = await startAgain()
    await explorer.isOpen()
    await expect(page).toHaveTitle(title)
    expect(await explorer.nodeCount()).toBe(count)
    // A second tab is a person’s wish for something else.
    const other = await page.context().newPage()
    await other.goto(await second.nextAddress())
    await expect(welcome(other)).toBeVisible()
    await other.close()
    await explorer.leave()
    await second.stop()

    const third = await startAgain()
    await expect(welcome(page)).toBeVisible()
    await third.stop()
  } finally {
    stop()
  }
})

test('a crawl goes on where it was when its page is loaded again', async ({ page, host }) => {
  const { site, stop } = await startSite('slow')
  try {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await connect(page, site, site.token)
    await explorer.isOpen()
    await explorer.chooseStart('Ingest pipeline')
    await page.getByLabel('Depth').fill('3')
    await page.getByLabel('Node limit').fill('600')
    await page.getByRole('button', { name: 'Start crawl' }).click()
    await expect(explorer.status).toContainText(/[2-9]\d+ nodes/)
    await page.reload()
    await expect(explorer.notices).toContainText('A crawl was running when the page was left.')
    const before = await explorer.nodeCount()
    expect(before).toBeGreaterThan(1)
    await explorer.notices.getByRole('button', { name: 'Go on' }).click()
    await expect.poll(() => explorer.nodeCount()).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await explorer.crawlEnds()
  } finally {
    stop()
  }
})

test('a second use is refused with words, and Enter prints an address for a second tab', async ({
  page,
  host,
  browser,
}) => {
  await page.goto(host.address)
  await expect(welcome(page)).toBeVisible()
  const context = await browser.newContext()
  const second = await context.newPage()
  const { origin } = new URL(host.address)
  for (const address of [host.address, origin, `${origin}/#ticket=wrong`]) {
    await second.goto('about:blank')
    await second.goto(address)
    await expect(refusal(second)).toBeVisible()
    await expect(second.getByText('Press Enter in the terminal')).toBeVisible()
    await expect(welcome(second)).toHaveCount(0)
    expect(await keyOf(second)).toBe(null)
  }
  const overtaken = await host.nextAddress()
  await second.goto(await host.nextAddress())
  await expect(welcome(second)).toBeVisible()
  const third = await context.newPage()
  await third.goto(overtaken)
  await expect(refusal(third)).toBeVisible()
  // Pasted where it was not needed, an address is used up all the same.
  const spent = await host.nextAddress()
  await second.goto(spent)
  await expect.poll(() => second.url()).toBe(`${origin}/`)
  await third.goto(spent)
  await expect(refusal(third)).toBeVisible()
  // Both tabs work, each with its own way in.
  for (const tab of [page, second]) {
    await tab.reload()
    await expect(welcome(tab)).toBeVisible()
  }
  await context.close()
})

test('a browser is opened, and the key is in no process list, history or call', async ({
  dataDir,
}) => {
  const opened = await openForReal(dataDir)
  try {
    const { page, profile, host } = opened
    await expect(welcome(page)).toBeVisible()
    const key = (await keyOf(page)) ?? ''
    expect(key.length).toBeGreaterThan(40)
    const commandLines = everyCommandLine()
    // The browser is among them, called with its ticket: the search is one that finds.
    expect(commandLines).toContain('#ticket=')
    expect(commandLines).not.toContain(key)
    const [ticket = ''] = /(?<=#ticket=)[\w-]+/.exec(commandLines) ?? []
    expect(host.address).not.toContain(ticket)
    const stolen = await fetch(`${new URL(host.address).origin}/key`, {
      method: 'POST',
      headers: { origin: new URL(host.address).origin },
      body: JSON.stringify({ ticket }),
    })
    expect(stolen.status).toBe(401)
    // The printed one is still good, in a tab that knows nothing yet.
    const other = await (await opened.browser.newContext()).newPage()
    await other.goto(host.address)
    await expect(welcome(other)).toBeVisible()
    await opened.stop()
    // What a browser keeps for the tab alone is its own; everything else must not know the key.
    const history = () => filesWith(profile, new URL(host.address).host)
    await expect.poll(history).toContainEqual(expect.stringContaining('History'))
    const knowing = await filesWith(profile, key)
    expect(knowing.filter((name) => !name.includes('Session Storage'))).toEqual([])
  } finally {
    await opened.stop()
  }
})

test('no call of the page tells where it came from', async ({ page, host }) => {
  const told: string[] = []
  page.on('request', (request) => {
    told.push(request.url(), ...Object.values(request.headers()))
  })
  await page.goto(host.address)
  await expect(welcome(page)).toBeVisible()
  const key = (await keyOf(page)) ?? ''
  expect(told.length).toBeGreaterThan(3)
  for (const text of told) {
    expect(text).not.toContain(key)
    expect(text).not.toContain('ticket=')
  }
})

/** The program with its own way of opening a browser, which finds a real one. */
async function openForReal(dataDir: string) {
  const tools = join(dataDir, 'tools')
  const profile = join(dataDir, 'browser')
  await mkdir(tools)
  const opener = join(tools, 'xdg-open')
  await writeFile(
    opener,
    `#!/bin/sh
exec "${getBrowser()}" --headless --no-sandbox --disable-gpu --no-first-run \\
  --user-data-dir="${profile}" --remote-debugging-port=0 "$1" 2>/dev/null\n`,
  )
  await chmod(opener, 0o755)
  const host = await startHost(join(dataDir, 'data'), {
    args: [],
    env: { PATH: `${tools}:${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
  })
  const port = join(profile, 'DevToolsActivePort')
  await expect.poll(() => readFile(port, 'utf8').catch(() => '')).toContain('/devtools/')
  const [number = ''] = (await readFile(port, 'utf8')).split('\n')
  // Who attaches to a tab on its way to a page may wait for ever; the ticket goes when it has come.
  await expect.poll(() => tabsOf(number)).toContainEqual(expect.stringMatching(/:\d+\/$/))
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The browser was opened without a window.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  let stopped = false
  return {
    browser,
    page,
    profile,
    host,
    stop: async () => {
      if (stopped) return
      stopped = true
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await host.stop()
      // It answers before it ends, and until then it writes into its folder.
      await expect.poll(everyCommandLine).not.toContain(profile)
    },
  }
}

/** The addresses of all tabs, as the browser tells them to whoever asks at its port for debugging. */
async function tabsOf(port: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
  const targets = (await answer.json()) as readonly { type: string; url: string }[]
  return targets.filter(({ type }) => type === 'page').map(({ url }) => url)
}

/** What any user of this machine reads with `ps`. */
const everyCommandLine = (): string =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
    .join('\n')

/** The files under a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const held = await Promise.all(
    names.map(async (name) => (await readFile(name).catch(() => Buffer.of())).includes(text)),
  )
  return names.filter((_, at) => held[at])
}
