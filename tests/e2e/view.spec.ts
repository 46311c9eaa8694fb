import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'

const start = 'Forecast blending'

test('a person looks around: layouts, menus, hiding, selecting, expanding', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart(start)
  await explorer.follow('owned-by')
  await page.getByRole('checkbox', { name: 'People' }).check()
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await page.getByRole('textbox', { name: 'Depth' }).press('Tab')
  await explorer.crawl()
  const few = await explorer.nodeCount()

  await test.step('every layout arranges the graph', async () => {
    for (const layout of ['Layered', 'Concentric', 'Grid', 'Force']) {
      await page.getByRole('button', { name: /^Layout:/ }).click()
      await page.getByRole('menuitem', { name: layout }).click()
      await expect(page.getByRole('button', { name: `Layout: ${layout}` })).toBeVisible()
    }
  })

  await test.step('panels give their room to the graph, and come back where they are wanted', async () => {
    const width = async () => (await explorer.graph.boundingBox())?.width ?? 0
    const before = await width()
    await explorer.status.getByRole('button', { name: 'The left panel' }).click()
    await expect(page.getByRole('tab', { name: 'Crawl' })).toHaveCount(0)
    await expect.poll(width).toBeGreaterThan(before + 200)
    await expect(explorer.graph).toBeFocused()
    await explorer.status.getByRole('button', { name: 'The right panel' }).click()
    await expect(explorer.details).toHaveCount(0)
    // What leads into a panel shows it.
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node' }).fill('Crawl panel')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'Crawl' })).toBeFocused()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node' }).fill('Show the right panel')
    await page.keyboard.press('Enter')
    await expect(explorer.details).toBeVisible()
    await expect.poll(width).toBeCloseTo(before, -1)
    // So does what is told in one.
    for (const act of ['First steps', 'Path from']) {
      await explorer.status.getByRole('button', { name: 'The right panel' }).click()
      await expect(explorer.details).toHaveCount(0)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Command, node' }).fill(act)
      await page.keyboard.press('Enter')
      await expect(explorer.details).toBeVisible()
    }
    await page.keyboard.press('Escape')
  })

  await test.step('a double click expands one node further', async () => {
    await explorer.find(start)
    const owner = explorer.details
      .getByRole('region', { name: 'Outgoing relations' })
      .locator('.text-button')
    const at = await explorer.find((await owner.first().textContent()) ?? '')
    await page.mouse.dblclick(at.x, at.y)
    await expect(explorer.notices).toContainText('Expanded')
    expect(await explorer.nodeCount()).toBeGreaterThan(few)
  })

  await test.step('a node’s menu starts, hides, and gives its link', async () => {
    const at = await explorer.find(start)
    await page.mouse.click(at.x, at.y, { button: 'right' })
    const menu = page.getByRole('menu', { name: start })
    for (const act of [/^Expand/, /^Connect to/, /^Copy link/, /^Hide/]) {
      await expect(menu.getByRole('menuitem', { name: act }).first()).toBeVisible()
    }
    const link = menu.getByRole('menuitem', { name: 'Open in Confluence' })
    await expect(link).toHaveAttribute('href', /\/wiki\/spaces\/ENG\/pages\/\d+/)
    await menu.getByRole('menuitem', { name: /^Hide/ }).click()
    await expect(explorer.status).toContainText('1 node hidden')
    await explorer.status.getByRole('button', { name: 'Show all' }).click()
    await expect(explorer.status).not.toContainText('hidden')
  })

  await test.step('expanding by other relations and one direction', async () => {
    const at = await explorer.find(start)
    const before = await explorer.nodeCount()
    await page.mouse.click(at.x, at.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Expand by…' }).click()
    const dialog = page.getByRole('dialog', { name: `Expand “${start}”` })
    await dialog.getByRole('button', { name: 'Do not follow owned-by' }).click()
    await dialog.getByRole('combobox', { name: 'Relations to follow' }).fill('link')
    await page.getByRole('option', { name: /^page links/ }).click()
    await dialog.getByRole('button', { name: 'Outgoing' }).click()
    await dialog.getByRole('button', { name: 'Expand', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect.poll(() => explorer.nodeCount()).toBeGreaterThan(before)
  })

  await test.step('the empty canvas has a menu; the legend switches a relation off', async () => {
    const box = await explorer.graph.boundingBox()
    if (box === null) throw new Error('no graph')
    await page.mouse.click(box.x + 6, box.y + 6, { button: 'right' })
    await page.getByRole('menuitem', { name: /^Select all/ }).click()
    await expect(explorer.details).toContainText(`${await explorer.nodeCount()} nodes`)
    await page.getByRole('button', { name: /^owned-by/ }).click()
    await expect(explorer.status).toContainText('1 relation name hidden')
  })
})

test('what Confluence may not be asked to write is refused with a reason', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  await explorer.find('Ingest pipeline')
  await explorer.details
    .getByRole('region', { name: 'Outgoing relations' })
    .getByRole('button', { name: 'link' })
    .first()
    .click()
  await expect(explorer.details).toContainText('cannot be made or deleted here')
  await expect(explorer.details.getByRole('button', { name: /^Delete/ })).toHaveCount(0)
})

test('a theme is chosen whatever the system has, and is there after a restart', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = new ExplorerPage(page)
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(host.address)
  await explorer.openDemo()
  const light = await paper()
  await explorer.status.getByRole('button', { name: 'Theme: system' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  const dark = 'rgb(18, 22, 30)'
  await expect.poll(paper).toBe(dark)
  await expect(explorer.status.getByRole('button', { name: 'Theme: dark' })).toBeFocused()
  await expect
    .poll(() => readFile(join(dataDir, 'settings.json'), 'utf8').catch(() => ''))
    .toContain('"dark"')
  await host.stop()

  const again = await startHost(dataDir)
  await page.goto(again.address)
  await page.getByRole('button', { name: 'Explore the demo site' }).waitFor()
  expect(await paper()).toBe(dark)
  await explorer.openDemo()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, node' }).fill('Theme: System')
  await page.keyboard.press('Enter')
  await expect.poll(paper).toBe(light)
  await again.stop()
})

test('a start is offered before anything is typed', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.start.click()
  const viewed = page.getByRole('group', { name: 'Viewed last' }).getByRole('option')
  await expect(viewed).toHaveCount(8)
  const starred = page.getByRole('group', { name: 'Starred' }).getByRole('option')
  expect(await starred.count()).toBeGreaterThan(0)
  // What is typed is looked for instead; without it they are there again.
  await explorer.start.fill('Ingest pipeline')
  await expect(page.getByRole('option', { name: 'Ingest pipeline' }).first()).toBeVisible()
  await expect(viewed).toHaveCount(0)
  await explorer.start.fill('')
  await expect(viewed).toHaveCount(8)
  const title = (await starred.first().locator('.choice__title').textContent()) ?? ''
  await starred.first().click()
  await expect(page.locator('[data-panel="left"]').getByText(title).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose another start' })).toBeVisible()

  await test.step('and another one beside it', async () => {
    const add = page.getByRole('button', { name: 'Add a start' })
    await add.click()
    const also = page.getByRole('combobox', { name: 'Start also from' })
    await expect(also).toBeFocused()
    await also.fill('Operations handbook')
    await page.getByRole('option', { name: 'Operations handbook' }).first().click()
    await expect(add).toBeFocused()
    await page.getByLabel('Node limit').fill('8')
    await explorer.crawl()
    const away = page.getByRole('button', { name: 'Do not start from Operations handbook' })
    await away.click()
    await expect(away).toBeHidden()
    await expect(page.getByRole('button', { name: 'Choose another start' })).toBeVisible()
    // As many as are selected, the first of them by name.
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Choose 8 nodes as starts of a crawl' }).click()
    const others = page.getByRole('button', { name: 'Do not start from the 3 others' })
    await others.click()
    await expect(others).toBeHidden()
    await expect(page.getByRole('button', { name: /^Do not start from/ })).toHaveCount(5)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page follows the ${colorScheme} theme of the system`, async ({ page, host }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(host.address)
    await page.getByRole('button', { name: 'Explore the demo site' }).waitFor()
    const [red = 0] = await page.evaluate(() =>
      (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number),
    )
    if (colorScheme === 'dark') expect(red).toBeLessThan(60)
    else expect(red).toBeGreaterThan(200)
  })
}
