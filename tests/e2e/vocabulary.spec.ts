import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'

/** Opens the context menu of a node that is drawn. */
async function openMenu(explorer: ExplorerPage, title: string) {
  await explorer.find(title)
  await explorer.graph.focus()
  await explorer.page.keyboard.press('Shift+F10')
}

test.describe('relation names', () => {
  test('are probed at a node: found, none and not supported', async ({ page, host }) => {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Architecture overview')
    await page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await explorer.crawl()
    await openMenu(explorer, 'Architecture overview')
    await page.getByRole('menuitem', { name: 'Probe relation names…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Probe relation names/ })
    await dialog.getByLabel('Names, by commas').fill('link, depends-on, no-such-name, favourite')
    await expect(dialog).toContainText('8 calls')
    await dialog.getByRole('button', { name: 'Probe' }).click()
    const answers = dialog.getByRole('list', { name: 'Answers' })
    await expect(answers.getByRole('listitem').filter({ hasText: 'link' })).toContainText(
      /found \d+/,
    )
    await expect(answers.getByRole('listitem').filter({ hasText: 'no-such-name' })).toContainText(
      'none',
    )
    await expect(answers.getByRole('listitem').filter({ hasText: 'favourite' })).toContainText(
      'not supported',
    )
  })

  test('are worded, kept over a restart, exported and taken in again', async ({
    page,
    host,
    dataDir,
  }) => {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Architecture overview')
    await explorer.follow('depends-on')
    await explorer.crawl()
    await page.getByRole('button', { name: 'Relation names…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Relation names' })
    await dialog.getByRole('button', { name: 'Change depends-on' }).click()
    const form = dialog.getByRole('form', { name: 'About depends-on' })
    await form.getByLabel('From source to target').fill('needs')
    await form.getByLabel('From target to source').fill('is needed by')
    await form.getByLabel('Line').selectOption('dashed')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toContainText('needs / is needed by')
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export names' }).click()
    const file = await (await saved).path()
    expect(await readFile(file, 'utf8')).toContain('is needed by')
    await page.keyboard.press('Escape')
    await explorer.find('Architecture overview')
    const shown = [
      ...(await explorer.relationNames('Outgoing')),
      ...(await explorer.relationNames('Incoming')),
    ]
    expect(shown.some((name) => name === 'needs' || name === 'is needed by')).toBe(true)

    await host.stop()
    const again = await startHost(dataDir)
    try {
      await page.goto('about:blank')
      await page.goto(again.address)
      await explorer.openDemo()
      await explorer.chooseStart('Architecture overview')
      await explorer.follow('depends-on')
      await explorer.crawl()
      await page.getByRole('button', { name: 'Relation names…' }).click()
      await expect(dialog).toContainText('needs / is needed by')
      await dialog.getByRole('button', { name: 'Change depends-on' }).click()
      await form.getByRole('button', { name: 'Forget this name' }).click()
      await expect(dialog).not.toContainText('is needed by')
      await dialog.getByLabel('File of names').setInputFiles(file)
      await expect(dialog).toContainText('needs / is needed by')
      await dialog.getByLabel('File of names').setInputFiles({
        name: 'other.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"format":"other"}'),
      })
      await expect(dialog.getByRole('alert')).toContainText('no list of relation names')
    } finally {
      await again.stop()
    }
  })

  test('that nearly are a known one are questioned before they are made', async ({
    page,
    host,
  }) => {
    const explorer = new ExplorerPage(page)
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Architecture overview')
    await page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await explorer.crawl()
    await openMenu(explorer, 'Architecture overview')
    await page.getByRole('menuitem', { name: /^Connect to…/ }).click()
    await page.getByRole('combobox', { name: 'Target' }).fill('Company values')
    await page.getByRole('option', { name: 'Company values' }).first().click()
    await page.getByRole('combobox', { name: 'Relation name' }).fill('explians')
    await page.getByRole('option', { name: /explians/ }).click()
    await expect(page.getByRole('alert')).toContainText('Did you mean “explains”?')
    await page.getByRole('button', { name: 'Use “explains”' }).click()
    await expect(explorer.notices).toContainText('explains')
  })
})
