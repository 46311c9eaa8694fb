import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** A server that stands where Confluence should be and answers everything in one way. */
async function withServer(
  answer: { status: number; type: string; body: string },
  use: (address: string, server: Server) => Promise<void>,
): Promise<void> {
  const server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': answer.type })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const canary = 'CANARY-token-7f3a'

async function fillSignIn(page: Page, site: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Site address' }).fill(site)
  await page.getByRole('textbox', { name: 'Email' }).fill('amara@tern-and-tide.example')
  await page.getByLabel('API token').fill(canary)
}

const pressTest = (page: Page) => page.getByRole('button', { name: 'Test' }).click()

test('a sign-in that fails says in words why, and keeps what was typed', async ({ page, host }) => {
  await page.goto(host.address)
  const alert = page.getByRole('alert')

  await test.step('a wrong token', async () => {
    const body = JSON.stringify({ statusCode: 403, message: 'Request rejected' })
    await withServer({ status: 403, type: 'application/json', body }, async (address) => {
      await fillSignIn(page, address)
      await pressTest(page)
      await expect(alert).toContainText('did not accept this email and API token')
      await expect(alert).toContainText('make a new API token')
    })
  })
  await test.step('a page where data should be', async () => {
    const body = '<html><h1>Proxy log-in</h1></html>'
    await withServer({ status: 200, type: 'text/html', body }, async (address) => {
      await fillSignIn(page, address)
      await pressTest(page)
      await expect(alert).toContainText('could not be read')
      await expect(alert).not.toContainText('Proxy log-in')
    })
  })
  await test.step('a server that is down', async () => {
    let gone = ''
    await withServer({ status: 200, type: 'text/plain', body: '' }, (address) => {
      gone = address
      return Promise.resolve()
    })
    await fillSignIn(page, gone)
    await pressTest(page)
    await expect(alert).toContainText('cannot be reached')
  })
  await test.step('an address that is no site of ours', async () => {
    await fillSignIn(page, 'https://confluence.example.com/confluence')
    await pressTest(page)
    await expect(alert).toBeVisible()
    await expect(alert).not.toContainText('cannot be reached')
  })
  await expect(page.getByRole('textbox', { name: 'Site address' })).toHaveValue(
    /confluence\.example/,
  )
  await expect(page.getByLabel('API token')).toHaveValue(canary)
})

test('a connection is kept without its token, can be opened, and can be removed', async ({
  page,
  host,
}) => {
  const user = {
    type: 'known',
    accountId: '712020:1b2c',
    displayName: 'Niamh O’Connell',
    publicName: 'Niamh',
    _links: {},
  }
  const answer = { status: 200, type: 'application/json', body: JSON.stringify(user) }
  await withServer(answer, async (address) => {
    await page.goto(host.address)
    await fillSignIn(page, address)
    await pressTest(page)
    await expect(page.getByText(/It works: Niamh O’Connell/)).toBeVisible()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    const site = page.getByRole('button', { name: /^Site: 127\.0\.0\.1/ })
    await expect(site).toBeVisible()
    expect(await page.content()).not.toContain(canary)
    await site.click()
    await page.getByRole('menuitem', { name: 'All sites…' }).click()
    // Asked first, where a second press meets no button.
    const forget = page.getByRole('button', { name: /^Forget 127/ })
    const question = page.getByRole('group', { name: /^Forget 127/ })
    const keep = question.getByRole('button', { name: 'Keep' })
    await forget.dblclick()
    await keep.click()
    await expect(question).toHaveCount(0)
    await forget.press('Enter')
    // The keyboard is on the answer that changes nothing.
    await expect(keep).toBeFocused()
    await question.getByRole('button', { name: 'Forget', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Forget/ })).toHaveCount(0)
  })
})

test('a start that leads nowhere says why, and the graph stays as it was', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const nodes = await explorer.nodeCount()
  await page.getByRole('button', { name: 'Choose another start' }).click()
  const alert = page.getByRole('alert')

  const starts = [
    {
      typed: 'https://other-team.atlassian.net/wiki/spaces/ENG/pages/123/Title',
      says: /other-team/,
    },
    { typed: 'https://example.com/', says: /./ },
    { typed: 'content:abc', says: /not understood/ },
  ]
  for (const { typed, says } of starts) {
    await explorer.start.fill(typed)
    await expect(alert).toContainText(says)
  }
  await explorer.start.fill('content:999999999999')
  await page.getByRole('option', { name: /Open this address/ }).click()
  await expect(alert).toContainText('or you may not see it')
  await explorer.start.fill('zzzz no such words')
  await expect(page.getByText('Nothing on this site has these words')).toBeVisible()
  // While a list is open the rest of the page is hidden from screen readers, and so from here.
  await explorer.start.press('Escape')
  expect(await explorer.nodeCount()).toBe(nodes)
})

test('every shape of a start leads to its node', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const another = page.getByRole('button', { name: 'Choose another start' })
  await explorer.chooseStart('Ingest pipeline')
  await page.getByRole('button', { name: 'Start crawl' }).click()
  await explorer.crawlEnds()
  await explorer.find('Ingest pipeline')
  const address = await explorer.details
    .getByRole('link', { name: /Open in Confluence/ })
    .getAttribute('href')
  const id = /\/pages\/(\d+)/.exec(address ?? '')?.[1] ?? ''
  const shapes = [
    { typed: address ?? '', title: 'Ingest pipeline' },
    { typed: `content:${id}`, title: 'Ingest pipeline' },
    {
      typed: `${new URL(address ?? '').origin}/wiki/pages/viewpage.action?pageId=${id}`,
      title: 'Ingest pipeline',
    },
    { typed: 'space:ENG', title: 'Engineering' },
    { typed: 'me', title: 'Amara Okafor' },
  ]
  for (const { typed, title } of shapes) {
    await another.click()
    await explorer.start.fill(typed)
    await page.getByRole('option', { name: /Open this address/ }).click()
    await expect(page.locator('.picked')).toContainText(title)
  }
})

test('a crawl can be paused, resumed and stopped, and results so far are kept', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Architecture overview')
  // Far more to ask than can be answered before the buttons are pressed.
  await explorer.follow('link', 'depends-on', 'explains', 'owned-by', 'reviewed-by', 'supersedes')
  await page.getByRole('checkbox', { name: 'People' }).check()
  await page.getByRole('checkbox', { name: 'Spaces' }).check()
  for (const [box, value] of [
    ['Depth', '9'],
    ['Node limit', '9000'],
    ['Call limit', '90000'],
  ] as const) {
    await page.getByRole('textbox', { name: box }).fill(value)
    await page.getByRole('textbox', { name: box }).press('Tab')
  }
  await page.getByRole('button', { name: 'Start crawl' }).click()
  const progress = page.getByRole('region', { name: 'Crawl progress' })
  await progress.getByRole('button', { name: 'Pause' }).click()
  await expect(progress.getByRole('status')).toHaveText('Paused.')
  await progress.getByRole('button', { name: 'Resume' }).click()
  await expect(progress.getByRole('button', { name: 'Pause' })).toBeVisible()
  await progress.getByRole('button', { name: 'Stop' }).click()
  await expect(progress.getByRole('status')).toContainText('results so far are kept')
  expect(await explorer.nodeCount()).toBeGreaterThan(1)
})

test('a host that goes away is said, and the graph stays', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const nodes = await explorer.nodeCount()
  await host.stop()
  await expect(page.getByRole('alert')).toContainText('has stopped')
  expect(await explorer.nodeCount()).toBe(nodes)
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('radio', { name: 'JSON' }).check()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save JSON' }).click()
  expect((await waiting).suggestedFilename()).toContain('.json')
})
