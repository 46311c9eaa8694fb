import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** Opens the context menu of a node that is drawn. */
async function openMenu(explorer: ExplorerPage, title: string) {
  await explorer.find(title)
  await explorer.graph.focus()
  await explorer.page.keyboard.press('Shift+F10')
}

test('relation names are probed, worded, exported and taken in, and questioned where they are odd', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await test.step('from the box of names, at a start that is not drawn yet', async () => {
    const ask = page.getByRole('button', { name: 'Which names are in use? Probe…' })
    await expect(ask).toBeDisabled()
    await explorer.chooseStart('Architecture overview')
    await ask.click()
    const dialog = page.getByRole('dialog', {
      name: 'Probe relation names at “Architecture overview”',
    })
    await dialog.getByLabel('Names, separated by commas').fill('owned-by, no-such-name')
    await dialog.getByRole('button', { name: 'Probe' }).click()
    await expect(dialog.getByRole('button', { name: /^(Probe|Stop)$/ })).toHaveText('Probe')
    await page.keyboard.press('Escape')
    await expect(ask).toBeFocused()
    await expect(explorer.status).toContainText(/\d+ nodes?/)
  })

  await explorer.follow('depends-on')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await explorer.crawl()

  await test.step('probed at a node: found, none and not supported', async () => {
    await openMenu(explorer, 'Architecture overview')
    await page.getByRole('menuitem', { name: 'Probe relation names…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Probe relation names/ })
    await dialog
      .getByLabel('Names, separated by commas')
      .fill('link, depends-on, no-such-name, favourite')
    await expect(dialog).toContainText('8 calls')
    await dialog.getByRole('button', { name: 'Probe' }).click()
    const answers = dialog.getByRole('list', { name: 'Answers' }).getByRole('listitem')
    await expect(answers.filter({ hasText: 'link' })).toContainText(/found \d+/)
    await expect(answers.filter({ hasText: 'no-such-name' })).toContainText('none')
    await expect(answers.filter({ hasText: 'favourite' })).toContainText('not supported')
    // One of the two that were found is followed already.
    await dialog.getByRole('button', { name: 'Follow “link” in crawls' }).click()
    await expect(dialog).toContainText('Crawls follow all that was found.')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Do not follow link' })).toBeVisible()
  })

  await test.step('a name that is nearly a known one is questioned before it is made', async () => {
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

  await test.step('worded, shown so, exported, forgotten and taken in again', async () => {
    await page.getByRole('button', { name: 'Relation names…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Relation names' })
    await dialog.getByLabel('Name to add').fill('Depends_on')
    await expect(dialog).toContainText('Did you mean “depends-on”? It is in the list already.')
    await dialog.getByLabel('Name to add').fill('')
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

    await page.getByRole('button', { name: 'Relation names…' }).click()
    await dialog.getByRole('button', { name: 'Change depends-on' }).click()
    await form.getByRole('button', { name: 'Forget this name' }).click()
    await form.getByRole('button', { name: 'Forget', exact: true }).click()
    await expect(dialog).not.toContainText('is needed by')
    await dialog.getByLabel('File of names').setInputFiles(file)
    await expect(dialog).toContainText('needs / is needed by')
    await dialog.getByLabel('File of names').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"other"}'),
    })
    await expect(dialog.getByRole('alert')).toContainText('no list of relation names')
  })
})
