import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { test } from './host'

/** Keys as close to each other as the browser takes them: nothing is waited for in between. */
const pressAll = (page: Page, ...keys: readonly string[]) =>
  Promise.all(keys.map((key) => page.keyboard.press(key)))

test('a key or a press acts on what is there at that moment', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { keyboard, mouse } = page
  const outline = page.getByRole('region', { name: 'Outline' })
  const answers = await holdAnswers(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()

  await test.step('a node that a digit hides is not selected', async () => {
    await explorer.find('Ingest pipeline sketch')
    await keyboard.press('Escape')
    await explorer.graph.focus()
    for (let time = 0; time < 8; time += 1) {
      await pressAll(page, '0', '1', 'Control+a')
      await expect(explorer.status).toContainText('2 selected')
      await keyboard.press('Escape')
      await expect(explorer.status).not.toContainText('selected')
    }
    await keyboard.press('0')
  })

  await test.step('an option is chosen that was pressed, whatever comes before the release', async () => {
    const box = page.getByRole('combobox', { name: 'Find in the graph' })
    answers.hold()
    await box.fill('ingest')
    const options = page.getByRole('option')
    await expect(options.first()).toBeVisible()
    await expect.poll(() => answers.count()).toBeGreaterThan(0)
    const last = options.last()
    const title = (await last.locator('.choice__title').textContent()) ?? ''
    const before = await last.boundingBox()
    await last.hover()
    await mouse.down()
    await answers.letGo()
    expect(await last.boundingBox()).toEqual(before)
    await mouse.up()
    await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText(title)
  })

  await test.step('what is found later leaves the highlight where it is', async () => {
    const box = page.getByRole('combobox', { name: 'Find in the graph' })
    const highlighted = page.locator('[role="option"][data-highlighted]')
    answers.hold()
    await box.fill('pipeline')
    await expect(highlighted).toBeVisible()
    await keyboard.press('ArrowDown')
    const title = (await highlighted.locator('.choice__title').textContent()) ?? ''
    await expect.poll(() => answers.count()).toBeGreaterThan(0)
    await answers.letGo()
    await keyboard.press('Enter')
    await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText(title)
  })

  await test.step('Escape is for the dialog that has just opened, not for the list below', async () => {
    await explorer.graph.focus()
    await keyboard.press('o')
    await outline.getByRole('button', { name: 'Nodes' }).press('Enter')
    const row = outline.getByRole('grid', { name: 'Nodes' }).locator('[data-row][tabindex="0"]')
    await row.focus()
    await pressAll(page, 'c', 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(row).toBeFocused()
    await keyboard.down('Shift')
    await pressAll(page, 'F10', 'Escape')
    await keyboard.up('Shift')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(row).toBeFocused()
  })
})
