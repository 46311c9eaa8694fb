import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { coveredNames } from './drawn-by-cytoscape'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('two mapped spaces answer what nobody reaches and what a deletion would break', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.mapSpaces('ENG', 'OPS')
  const insights = page.getByRole('region', { name: 'Insights' })
  const status = insights.getByRole('status')
  const rows = insights.getByRole('listbox', { name: 'What was found' }).getByRole('option')

  await test.step('no name lies under the legend, the small map or the buttons beside them', async () => {
    await expect.poll(() => coveredNames(page)).toMatchObject({ covered: [] })
    expect((await coveredNames(page)).drawn).toBeGreaterThan(10)
    const legend = page.getByText('Legend', { exact: true })
    await legend.click()
    await expect(page.getByLabel('Colour by')).toBeHidden()
    await legend.click()
    await expect(page.getByLabel('Colour by')).toBeVisible()
    await expect.poll(() => coveredNames(page)).toMatchObject({ covered: [] })
  })

  await test.step('a question is found in the palette, and answered in a sentence', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node or page' }).fill('nobody reach')
    await page.getByRole('option', { name: 'What does nobody reach?' }).click()
    await expect(status).toContainText(/From the mapped spaces, \d+ pages are not reached/)
    await insights.getByText('What it does not cover').click()
    await expect(insights).toContainText('Only pages of ENG, OPS were read')
  })

  await test.step('what was found is selected on the graph, all of it and nothing else', async () => {
    const count = /(\d+) pages/.exec((await status.textContent()) ?? '')?.[1] ?? ''
    await insights.getByRole('button', { name: 'Select on the graph' }).click()
    await expect(explorer.details).toContainText(`${count} nodes selected`)
  })

  await test.step('keys walk the list to its end, and Enter goes to a node', async () => {
    await rows.nth(1).click()
    const first = (await explorer.details.getByRole('heading', { level: 2 }).textContent()) ?? ''
    await expect(rows.nth(1)).toContainText(first)
    await page.keyboard.press('End')
    const last = insights.locator('[role=option]:focus')
    await expect(last).toHaveAttribute(
      'aria-posinset',
      (await last.getAttribute('aria-setsize')) ?? '',
    )
    await page.keyboard.press('Enter')
    const title = (await explorer.details.getByRole('heading', { level: 2 }).textContent()) ?? ''
    await expect(last).toContainText(title)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const head = /\d+/.exec((await rows.first().textContent()) ?? '')?.[0] ?? ''
    await expect(explorer.details).toContainText(`${head} nodes selected`)
  })

  await test.step('what a deletion would break is asked in the menu of a page, and saved', async () => {
    await insights.getByLabel('Ask the graph').selectOption('shape')
    await expect(status).toContainText(/\d+ findings/)
    // The first hub, to which many pages link.
    await rows.nth(1).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'What if…' }).click()
    await page.getByRole('menuitem', { name: 'What if I delete this page?' }).click()
    await expect(status).toContainText(/At least \d+ pages would notice/)
    await expect(insights.locator('select').last()).toHaveValue('delete')
    await expect(rows.first()).toContainText('These links lead nowhere then.')
    await insights.getByRole('button', { name: 'Save', exact: true }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click()
    const saved = await readFile(await (await coming).path(), 'utf8')
    expect(saved).toMatch(
      /^\uFEFF"question","kind","finding","title","space","why","url","id"\r\n"change",/,
    )
  })

  await test.step('what leads nowhere is shown in the sentence in which it is written', async () => {
    await insights.getByLabel('Ask the graph').selectOption('nowhere')
    await expect(status).toContainText(/\d+/)
    await rows.filter({ hasText: 'Old notes on' }).first().click()
    const inVain = explorer.details.getByRole('region', { name: 'Leads nowhere' })
    await expect(inVain).toContainText('nothing that you can see')
    await inVain.getByRole('button', { name: 'Show the sentences' }).click()
    await expect(inVain.getByRole('blockquote')).toHaveText([
      'Why, is told in the old notes, which few have read.',
    ])
  })

  await test.step('titles are asked for one by one, and the answer says what came of it', async () => {
    await insights.getByRole('button', { name: /^Look for \d+ titles, one call each$/ }).click()
    await page.getByRole('tab', { name: 'Crawl' }).click()
    await expect(page.getByRole('region', { name: 'Map progress' }).getByRole('status')).toHaveText(
      /Looked for \d+ titles: (none was|\d+ (was|were)) found\./,
    )
  })

  await test.step('the answer, and all that leads nowhere, are tables of the outline', async () => {
    await page.getByRole('tab', { name: 'Insights' }).click()
    await expect(status).toContainText(/\d+/)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node or page' }).fill('outline')
    await page
      .getByRole('option', { name: /outline/i })
      .first()
      .click()
    const outline = page.getByRole('region', { name: 'Outline' })
    await outline.getByRole('button', { name: 'Answer' }).click()
    const answer = outline.getByRole('grid', { name: 'Answer' })
    await expect(
      answer.getByRole('row').filter({ hasText: 'Name nothing that you can see' }).first(),
    ).toContainText('Old notes on')
    await outline.getByRole('button', { name: 'Leads nowhere' }).click()
    const inVain = outline.getByRole('grid', { name: 'Leads nowhere' })
    const line = inVain.getByRole('row').filter({ hasText: 'Old notes on' }).first()
    await line.click()
    const title = (await explorer.details.getByRole('heading', { level: 2 }).textContent()) ?? ''
    await expect(line).toContainText(title)
    await page.keyboard.press('Escape')
  })

  await test.step('a matrix counts what leads from space to space, and goes to it by keys', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node or page' }).fill('matrix')
    await page.getByRole('option', { name: 'Matrix of spaces and sections' }).click()
    const matrix = page.getByRole('grid', { name: 'Relations between' })
    await expect(matrix.getByRole('rowheader').first()).toContainText('Engineering')
    await matrix.getByRole('gridcell').first().focus()
    await page.keyboard.press('ArrowRight')
    const cell = matrix.locator('td:focus')
    await expect(cell).toHaveAttribute('title', /^Engineering → Operations$/)
    const count = (await cell.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(explorer.details).toContainText(`${count} relations selected`)
    await page.getByRole('combobox', { name: 'Between', exact: true }).selectOption('section')
    await expect.poll(() => matrix.getByRole('row').count()).toBeGreaterThan(8)
    await matrix.getByRole('gridcell').first().focus()
    await page.keyboard.press('End')
    await expect(matrix.locator('td:focus')).toHaveAttribute('title', /→/)
    await page.keyboard.press('Escape')
  })

  await test.step('the pages of the map are asked for another relation, at a price', async () => {
    await page.getByRole('tab', { name: 'Crawl' }).click()
    await page.getByRole('button', { name: 'Ask many nodes for relations…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ask many nodes for relations' })
    await expect(dialog.getByLabel('Ask at')).toHaveValue('map')
    await dialog.getByRole('combobox', { name: 'Relations to follow' }).fill('owned-by')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText(/About \d+ calls, \d+ (seconds|minutes) at the usual pace/)
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
    await explorer.crawlEnds()
    await expect(explorer.status).toContainText(/\d+ nodes/)
    await page.getByRole('tab', { name: 'Filter' }).click()
    await expect(page.getByText('owned-by').first()).toBeVisible()
  })
})
