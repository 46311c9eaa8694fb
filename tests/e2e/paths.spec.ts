import { expect, type Locator, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { holdAnswers } from './held-answers'

const from = 'Operations handbook'
const to = 'Interview notes: harbours'

/** Two pages are drawn with their first neighbours, one crawl each. */
async function drawBoth(explorer: ExplorerPage): Promise<void> {
  const { page } = explorer
  await explorer.isOpen()
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await page.getByRole('textbox', { name: 'Depth' }).press('Tab')
  await explorer.follow('depends-on')
  for (const title of [from, to]) {
    await explorer.chooseStart(title)
    await explorer.crawl()
    await expect(page.getByRole('button', { name: 'Start crawl' })).toBeVisible()
  }
}

/** Picks an entry of a node's menu by keyboard. */
async function pick(explorer: ExplorerPage, title: string, entry: string): Promise<void> {
  await explorer.find(title)
  await explorer.graph.focus()
  await explorer.page.keyboard.press('Shift+F10')
  const item = explorer.page.getByRole('menuitem', { name: entry })
  await expect(item).toBeVisible()
  await item.press('Enter')
}

async function openPaths(explorer: ExplorerPage): Promise<Locator> {
  await pick(explorer, from, 'Path from here')
  await pick(explorer, to, 'Path to here')
  return explorer.page.getByRole('region', { name: 'Paths' })
}

/** What a search on the site came to. */
const answerIn = (paths: Locator): Locator => paths.getByRole('status').last()

async function openSearch(paths: Locator, page: Page): Promise<void> {
  await paths.getByText('Search on the site…').focus()
  await page.keyboard.press('Enter')
  await expect(paths.getByRole('button', { name: 'Search (at most 200 calls)' })).toBeVisible()
}

test('a path beyond what is drawn is searched for on the site, with leave and a budget', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  const answers = await holdAnswers(page)
  await page.goto(host.address)
  await page.getByRole('button', { name: 'Explore the demo site' }).click()
  await drawBoth(explorer)
  const paths = await openPaths(explorer)
  await expect(paths.getByRole('status').first()).toContainText('No path in what is drawn')
  const before = await explorer.nodeCount()

  await test.step('nothing is asked before the button is pressed, which says the price', async () => {
    await openSearch(paths, page)
    await expect(paths.getByRole('group', { name: 'Search on the site' })).toContainText(
      /About \d+ calls for one step/,
    )
    await expect(paths.getByRole('button', { name: 'Stop' })).toHaveCount(0)
    expect(await explorer.nodeCount()).toBe(before)
  })

  await test.step('a budget that is too small ends it, and says how far it looked', async () => {
    const calls = paths.getByRole('textbox', { name: 'Most calls' })
    await calls.fill('1')
    await calls.press('Tab')
    await paths.getByRole('button', { name: 'Search (at most 1 call)' }).press('Enter')
    await expect(answerIn(paths)).toContainText(/Stopped at the limit: no path of up to 2 steps/)
    await calls.fill('200')
    await calls.press('Tab')
  })

  await test.step('it is stopped by the button that began it', async () => {
    answers.hold()
    await paths.getByRole('button', { name: /^Search/ }).press('Enter')
    await paths.getByRole('button', { name: 'Stop' }).press('Enter')
    await answers.letGo()
    await expect(answerIn(paths)).toContainText('Stopped; results so far are kept')
  })

  await test.step('by keyboard it finds the shortest path, which is drawn and lights up', async () => {
    await paths.getByRole('button', { name: 'Search (at most 200 calls)' }).press('Enter')
    await expect(answerIn(paths)).toContainText(/Found: 3 steps, \d+ calls/)
    await expect(paths.getByRole('status').first()).toContainText(/\d+ shortest paths? of 3 steps/)
    expect(await explorer.nodeCount()).toBeGreaterThan(before)
    await paths.getByRole('listitem').first().getByRole('button').press('Enter')
    await expect(explorer.details).toContainText('4 nodes and 3 relations selected')
  })

  await test.step('what is known is not asked again', async () => {
    await paths.getByRole('button', { name: 'Search (at most 200 calls)' }).press('Enter')
    await expect(answerIn(paths)).toContainText('Found: 3 steps, 0 calls')
  })

  await test.step('relation names narrow the paths that are listed and searched for', async () => {
    await paths.getByText(/^Relations: 1 of/).click()
    await paths.getByRole('checkbox', { name: 'depends-on' }).press('Space')
    await expect(paths.getByRole('status').first()).toContainText('No path in what is drawn')
    await expect(paths.getByRole('group', { name: 'Search on the site' })).toContainText(
      'Choose at least one relation name',
    )
    await expect(paths.getByRole('button', { name: /^Search/ })).toBeDisabled()
    await paths.getByRole('checkbox', { name: 'depends-on' }).press('Space')
    await expect(paths.getByRole('listitem').first()).toBeVisible()
  })
})
