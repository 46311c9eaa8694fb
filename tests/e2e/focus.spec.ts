import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { test } from './host'
import { KeyboardPerson } from './keyboard'
import { connect, startSite } from './site'

/** Everything that had the keyboard, in its order, is written down in the page; the body as “page”. */
async function watchFocus(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const had: string[] = []
    Object.assign(window, { had })
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return
      const name = target.getAttribute('aria-label') ?? target.textContent.slice(0, 40)
      had.push(`${target.getAttribute('role') ?? target.tagName.toLowerCase()} ${name}`)
    })
  })
}
const had = (page: Page) => page.evaluate(() => (window as unknown as { had: string[] }).had)

/** The keyboard is on something that has a name, and stays there. */
async function isSomewhere(page: Page): Promise<void> {
  await expect(page.locator('body')).not.toBeFocused()
}

test('the keyboard is never left on the page', async ({ page, host }) => {
  await watchFocus(page)
  const answers = await holdAnswers(page)
  const explorer = new ExplorerPage(page)
  const person = new KeyboardPerson(page)
  await page.goto(host.address)
  await expect(page).toHaveTitle('Relation Explorer for Confluence')

  await test.step('after opening the demo site, which is said and named', async () => {
    await person.tabTo('button', 'Explore the demo site')
    await person.press('Enter')
    await person.isOnGraph()
    await person.hears('The demo site is open. Nothing is drawn yet: choose where to start.')
    await expect(page).toHaveTitle('Demo site – Relation Explorer for Confluence')
  })

  await test.step('after choosing a start', async () => {
    await person.tabTo('combobox', 'Start from', 90)
    await person.choose('Ingest pipeline')
    await expect(page.getByRole('button', { name: 'Choose another start' })).toBeVisible()
    await expect(page.getByRole('form', { name: 'Crawl' })).toBeFocused()
    await person.press('Tab')
    await expect(page.getByRole('button', { name: 'Choose another start' })).toBeFocused()
  })

  await test.step('after a second Enter on Start crawl, which begins nothing anew', async () => {
    await person.tabTo('button', 'Start crawl')
    // However slow the keys are, the crawl is not over between the two.
    answers.hold()
    await person.press('Enter', 'Enter')
    await answers.letGo()
    await expect(page.getByRole('button', { name: 'Start crawl', exact: true })).toBeFocused()
    await explorer.crawlEnds()
    await expect(person.heard.getByText('The crawl has started.')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Start crawl', exact: true })).toBeFocused()
  })

  await test.step('after Stop', async () => {
    await page.getByLabel('Node limit').fill('5000')
    await page.getByLabel('Depth').fill('6')
    await person.tabTo('button', 'Start crawl')
    await person.press('Enter')
    await person.tabTo('button', 'Stop')
    await person.press('Enter')
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0)
    await isSomewhere(page)
    await expect(page.getByRole('region', { name: 'Crawl progress' })).toBeFocused()
  })

  await test.step('between the two dialogs of Connect', async () => {
    await person.find('Ingest pipeline')
    await person.press('c')
    await expect(page.getByRole('dialog', { name: /^Connect/ })).toBeVisible()
    const before = (await had(page)).length
    await person.choose('Activation metric')
    await expect(page.getByRole('combobox', { name: 'Relation name' })).toBeFocused()
    expect((await had(page)).slice(before).filter((one) => one.startsWith('application'))).toEqual(
      [],
    )
    await person.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await person.isOnGraph()
  })

  await test.step('walking from a relation, and hiding a node, name where the keyboard is now', async () => {
    await person.find('Ingest pipeline')
    await person.press('Shift+ArrowRight')
    await person.hears('Selected: Relation link')
    await person.press('ArrowRight')
    const now = page.locator('#graph-focus')
    await expect(person.heard.locator('p').last()).toHaveText((await now.textContent()) ?? '-')
    await person.press('h')
    await person.hears(/Hid /)
    await expect(page.locator('.focus-ring')).toBeVisible()
    await expect(person.heard.locator('p').last()).toHaveText((await now.textContent()) ?? '-')
  })
})

test('a bad token leaves the keyboard on its button, and the refusal is an alert', async ({
  page,
  host,
}) => {
  const { site, stop } = await startSite()
  await page.goto(host.address)
  await connect(page, site, 'no such token')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeFocused()
  await page.getByLabel('API token').fill(site.token)
  await page.getByRole('button', { name: 'Connect', exact: true }).press('Enter')
  await expect(page.getByRole('application')).toBeFocused()
  stop()
})

test('what went wrong stays until it is closed, and help has a button on every screen', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.clock.install()
  await page.goto(host.address)
  await page.getByRole('button', { name: 'Explore the demo site' }).waitFor()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Help' })).toContainText('API token')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Help' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Help' })).toBeFocused()
  await explorer.openDemo()
  await page.getByRole('combobox', { name: 'Find in the graph' }).fill('content:999999999')
  await page.clock.runFor(1_000)
  await page.getByRole('option', { name: /Open this address/ }).click()
  await expect(explorer.notices.locator('.notice--bad')).toBeVisible()
  await page.clock.runFor(120_000)
  await expect(explorer.notices.locator('.notice--bad')).toBeVisible()
  await page.getByRole('button', { name: 'Help' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})
