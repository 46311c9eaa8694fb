import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { openWiki, wikiSize } from './wiki-graph'

/** What one shape stands for now, as the panel says it. */
const nowDrawn = (page: Page) => page.getByText(/^Far out a space is one shape.* Now: /)

/** The shape that the keyboard is on, on the screen. */
async function focused(page: Page, explorer: ExplorerPage) {
  const { x, y, width, height } = await explorer.restOf(page.locator('.focus-ring'))
  return { x: x + width / 2, y: y + height / 2, width }
}

async function openWikiAt(page: Page, address: string, dataDir: string): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page)
  await page.goto(address)
  await explorer.openDemo()
  await openWiki(page, dataDir)
  await expect(explorer.status).toContainText(`${wikiSize.toLocaleString('en')} nodes`)
  await page.getByRole('tab', { name: 'Groups' }).click()
  await page.getByRole('button', { name: 'Fit the graph' }).click()
  return explorer
}

test('far out sections are one shape each, nearer to each page is drawn', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = await openWikiAt(page, host.address, dataDir)
  await expect(nowDrawn(page)).toContainText('Now: sections.')
  // Twelve sections; the two homepages stand for themselves.
  await expect(explorer.status).toContainText(
    `${(wikiSize - 14).toLocaleString('en')} nodes folded`,
  )

  await test.step('the wheel leads to pages where it is turned, and back', async () => {
    await explorer.graph.focus()
    const shape = await focused(page, explorer)
    await page.mouse.move(shape.x, shape.y)
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, -120)
    await expect(nowDrawn(page)).toContainText('Now: pages.')
    await expect(explorer.status).not.toContainText('folded')
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, 120)
    await expect(nowDrawn(page)).toContainText('Now: sections.')
    for (let turn = 0; turn < 14; turn += 1) await page.mouse.wheel(0, 120)
    await expect(nowDrawn(page)).toContainText('Now: spaces.')
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    await expect(nowDrawn(page)).toContainText('Now: sections.')
  })

  await test.step('a shape selects all that it stands for, and offers no ring to connect from', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('ArrowDown')
    const shape = await focused(page, explorer)
    await page.mouse.click(shape.x, shape.y)
    await expect(explorer.details).toContainText('110 nodes selected')
    await page.mouse.move(shape.x + shape.width / 2, shape.y)
    await expect(page.locator('.halo')).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('a drag moves all of it, and one Undo brings it back', async () => {
    await explorer.graph.focus()
    const shape = await focused(page, explorer)
    await page.mouse.move(shape.x, shape.y)
    await page.mouse.down()
    await page.mouse.move(shape.x + 50, shape.y + 20, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await focused(page, explorer)).x).toBeCloseTo(shape.x + 50, -0.5)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await focused(page, explorer)).x).toBeCloseTo(shape.x, -0.5)
  })

  await test.step('a double-click goes into a shape', async () => {
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    const shape = await focused(page, explorer)
    await page.mouse.dblclick(shape.x, shape.y)
    await expect(nowDrawn(page)).toContainText('Now: pages.')
  })

  await test.step('who is looked for is gone to, inside of its shape', async () => {
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    await expect(nowDrawn(page)).toContainText('Now: sections.')
    await explorer.find('South 4, page 77')
    await expect(nowDrawn(page)).toContainText('Now: pages.')
  })
})

test('a level is held whatever the zoom, by pointer and by keyboard', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = await openWikiAt(page, host.address, dataDir)
  await page.getByRole('button', { name: 'Spaces', exact: true }).click()
  await expect(explorer.status).toContainText(`${(wikiSize - 2).toLocaleString('en')} nodes folded`)
  await explorer.graph.focus()
  for (let times = 0; times < 6; times += 1) await page.keyboard.press('+')
  await expect(explorer.status).toContainText(`${(wikiSize - 2).toLocaleString('en')} nodes folded`)

  await test.step('E unfolds the one the keyboard is on, and Undo folds it again', async () => {
    await page.keyboard.press('f')
    await page.keyboard.press('e')
    const folded = `${(wikiSize / 2 - 1).toLocaleString('en')} nodes folded`
    await expect(explorer.status).toContainText(folded)
    await page.keyboard.press('Control+z')
    await expect(explorer.status).not.toContainText(folded)
  })

  await test.step('the palette draws pages, which is kept for the next time', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('draw pages')
    await page.keyboard.press('Enter')
    await expect(explorer.status).not.toContainText('folded')
    await expect(page.getByRole('button', { name: 'Pages', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })
})
