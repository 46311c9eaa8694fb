import { expect, type Page } from '@playwright/test'
import { drawnByCytoscape } from './drawn-by-cytoscape'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('leaves fold into one that says how many, and open again', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const drawn = await explorer.nodeCount()

  await test.step('by the menu of the node they hang on', async () => {
    await explorer.find('Architecture overview')
    await explorer.graph.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Fold its leaves' }).click()
    await expect(explorer.status).toContainText(/\d+ nodes folded/)
    expect(await explorer.nodeCount()).toBe(drawn)
  })

  const folded = Number(/(\d+) nodes folded/.exec((await explorer.status.textContent()) ?? '')?.[1])
  expect(folded).toBeGreaterThan(50)

  await test.step('what stands for many selects them all', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('Control+a')
    const selected = Number(
      /(\d+) nodes selected/.exec((await explorer.details.textContent()) ?? '')?.[1],
    )
    expect(selected).toBe(drawn)
  })

  await test.step('a node that is looked for comes out of the fold alone', async () => {
    await explorer.find('Laptop setup')
    await expect(explorer.status).toContainText(`${folded - 1} nodes folded`)
  })

  await test.step('what was unfolded stays unfolded when the workspace is opened again', async () => {
    const folded = await explorer.status.getByText(/nodes? folded/).textContent()
    await page.reload()
    await explorer.isOpen()
    await expect(explorer.status.getByText(/nodes? folded/)).toHaveText(folded ?? '')
  })

  await test.step('all of them come back', async () => {
    await explorer.status.getByRole('button', { name: 'Unfold all' }).click()
    await expect(explorer.status).not.toContainText('folded')
  })
})

test('the small map goes where it is pressed', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const before = await explorer.find('Architecture overview')
  const map = page.locator('.minimap')
  await map.click({ position: { x: 12, y: 56 } })
  await expect
    .poll(async () => (await page.locator('.focus-ring').boundingBox())?.x ?? 0)
    .toBeGreaterThan(before.x + 60)
})

test('expanding moves nothing that stands', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await explorer.crawl()
  await explorer.find('Architecture overview')
  const before = await placesOf(page)
  expect(Object.keys(before)).toHaveLength(3)
  const drawn = await explorer.nodeCount()
  await explorer.graph.focus()
  await page.keyboard.press('e')
  await expect(explorer.notices).toContainText('Expanded “Architecture overview”')
  expect(await explorer.nodeCount()).toBeGreaterThan(drawn + 20)
  // Wherever the picture was moved to, in its own measure nothing has moved.
  expect(await placesOf(page)).toMatchObject(before)
})

/** Where the drawn nodes stand in the picture, by their ids. */
async function placesOf(page: Page) {
  const drawn = await drawnByCytoscape(page)
  return drawn.evaluate((cy) =>
    Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }])),
  )
}
