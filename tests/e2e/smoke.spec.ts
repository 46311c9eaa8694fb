import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { startHost, test } from './host'

/** Everything the page complains about, its own errors and breaches of its rules. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The key that a tab was given, as a thief who has got at it would use it. */
const keyOf = (page: Page): Promise<string> =>
  page.evaluate(() => sessionStorage.getItem('relation-explorer-key') ?? '')

/** Opens a WebSocket as the script of the shown page would; says how that went. */
const knock = (page: Page, address: string, key: string): Promise<'open' | 'refused'> =>
  page.evaluate(
    ([to, secret]) =>
      new Promise((resolve) => {
        const socket = new WebSocket(to, ['relation-explorer', secret])
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('error', () => resolve('refused'))
      }),
    [address, key] as const,
  )

test('the page opens, draws, and breaks none of its rules', async ({ page, host }) => {
  const complaints = complaintsOf(page)
  await page.goto(host.address)
  await expect(page).toHaveTitle('Relation Explorer for Confluence')
  const explorer = new ExplorerPage(page)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  await expect.poll(() => explorer.nodeCount()).toBeGreaterThan(1)
  expect(complaints).toEqual([])
})

test('a page of another site is refused, even with the key', async ({ page, host }) => {
  const own = host.address.replace(/^http/, 'ws').replace(/\/#.*$/, '/rpc')
  const stranger = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>A stranger</title>')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  // A server that listens on a TCP port has an address with one.
  const { port } = stranger.address() as AddressInfo
  await page.goto(host.address)
  await expect(page.getByRole('button', { name: 'Explore the demo site' })).toBeVisible()
  const key = await keyOf(page)
  expect(await knock(page, own, key)).toBe('open')
  try {
    await page.goto(`http://127.0.0.1:${port}/`)
    expect(await knock(page, own, key)).toBe('refused')
  } finally {
    stranger.closeAllConnections()
    stranger.close()
  }
})

test('the rules of the page hold: no script, frame or call from outside', async ({
  page,
  host,
}) => {
  await page.goto(host.address)
  const broken = await page.evaluate(async () => {
    const rules: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      rules.push(event.effectiveDirective)
    })
    const add = (name: string, marks: Record<string, string>, text = '') => {
      const element = Object.assign(document.createElement(name), marks)
      element.textContent = text
      document.body.append(element)
    }
    add('script', {}, 'window.name = "ran"')
    add('script', { src: 'https://evil.example/x.js' })
    add('iframe', { src: 'https://evil.example/' })
    add('img', { src: 'https://evil.example/x.png' })
    await fetch('https://evil.example/').catch(() => undefined)
    // Violations are told in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { rules: [...new Set(rules)].sort(), ran: window.name }
  })
  expect(broken).toEqual({
    rules: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'],
    ran: '',
  })
})

test('the page says so when the program ends', async ({ page, dataDir }) => {
  const host = await startHost(dataDir)
  await page.goto(host.address)
  await expect(page.getByRole('button', { name: 'Explore the demo site' })).toBeVisible()
  await host.stop()
  await expect(page.getByText('The program behind this page has stopped.')).toBeVisible()
})

test('and says it once, where the first screen was still asking', async ({ page, dataDir }) => {
  const answers = await holdAnswers(page)
  const host = await startHost(dataDir)
  answers.hold()
  await page.goto(host.address)
  const explore = page.getByRole('button', { name: 'Explore the demo site' })
  // What the page needs to be drawn is let through, one by one, and nothing after it.
  await expect(async () => {
    if (await explore.isVisible()) return
    answers.letOne()
    expect(await explore.isVisible()).toBe(true)
  }).toPass({ intervals: [100] })
  await host.stop()
  await expect(page.getByText('The program behind this page has stopped.')).toHaveCount(1)
  await expect(explore).toBeVisible()
})
