import { expect, type Page } from '@playwright/test'
import { openBig } from './big-graph'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** How many pixels of the painting are not empty. */
const inked = (page: Page) =>
  page.locator('.canvas-picture').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    let count = 0
    for (let at = 3; data !== undefined && at < data.length; at += 4) if (data[at]) count += 1
    return count
  })

test('a large graph offers what a small one does', async ({ page, host, dataDir }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await openBig(page, dataDir)
  await expect(explorer.status).toContainText('1,500 nodes')
  await expect.poll(() => inked(page)).toBeGreaterThan(5000)

  await test.step('a press selects, a drag moves and pins, and both are undone', async () => {
    const at = await explorer.find('Made page 700')
    await page.mouse.click(at.x, at.y)
    await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText('Made page 700')
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 40, at.y + 30, { steps: 4 })
    await page.mouse.up()
    const ring = page.locator('.focus-ring')
    const middleX = async () => {
      const box = await ring.boundingBox()
      return (box?.x ?? 0) + (box?.width ?? 0) / 2
    }
    await expect.poll(middleX).toBeCloseTo(at.x + 40, -0.5)
    await page.keyboard.press('Control+z')
    await expect.poll(middleX).toBeCloseTo(at.x, -0.5)
  })

  await test.step('a double-click asks the site about a node, though the first press selected it', async () => {
    const calls = explorer.status.getByRole('button', { name: /calls? made$/ })
    const before = await calls.textContent()
    const at = await explorer.find('Made page 700')
    await page.mouse.dblclick(at.x, at.y)
    await expect(calls).not.toHaveText(before ?? '')
  })

  await test.step('a drag on the ground moves the picture, the wheel zooms it', async () => {
    const ring = page.locator('.focus-ring')
    const before = await ring.boundingBox()
    const box = await explorer.graph.boundingBox()
    if (before === null || box === null) throw new Error('nothing is focused')
    await page.mouse.move(box.x + 8, box.y + 120)
    await page.mouse.down()
    await page.mouse.move(box.x + 58, box.y + 150, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await ring.boundingBox())?.x).toBeCloseTo(before.x + 50, -0.5)
    await page.mouse.wheel(0, 240)
    await expect
      .poll(async () => (await ring.boundingBox())?.width ?? Infinity)
      .toBeLessThan(before.width)
    await page.getByRole('button', { name: 'Fit the graph' }).click()
  })

  await test.step('a right-click opens the menu of what is under it', async () => {
    const at = await explorer.find('Made page 1100')
    await page.mouse.click(at.x, at.y, { button: 'right' })
    const menu = page.getByRole('menu', { name: 'Made page 1100' })
    await menu.getByRole('menuitem', { name: /^Hide/ }).click()
    await expect(explorer.status).toContainText('1 node hidden')
    await explorer.status.getByRole('button', { name: 'Show all' }).click()
  })

  await test.step('more of its relations are drawn strong, and its nodes in other colours', async () => {
    const drawn = () =>
      page.locator('.canvas-picture').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
    const strong = page.getByRole('slider', { name: 'Strong relations' })
    await expect(strong).toHaveAttribute('aria-valuetext', /^\d+ % strong, the rest faint$/)
    let few = ''
    // What was shown again is drawn, and named, a moment later.
    await expect
      .poll(async () => {
        const before = few
        few = await drawn()
        return few === before
      })
      .toBe(true)
    await strong.focus()
    await page.keyboard.press('End')
    await expect(strong).toHaveAttribute('aria-valuetext', 'All are drawn strong')
    await expect.poll(drawn).not.toBe(few)
    await page.keyboard.press('Home')
    await expect.poll(drawn).toBe(few)

    const colours = page.getByRole('combobox', { name: 'Colour by' })
    await colours.selectOption('last change')
    await expect.poll(drawn).not.toBe(few)
    await page.locator('.legend').getByRole('button', { name: 'Unknown 1,500' }).click()
    await expect(explorer.status).toContainText('1,500 selected')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command, node' }).fill('Colour by type')
    await page.keyboard.press('Enter')
    await expect(colours).toHaveValue('type')
    await explorer.graph.focus()
    await page.keyboard.press('Escape')
  })

  await test.step('a box selects what is in it', async () => {
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    const box = await explorer.graph.boundingBox()
    if (box === null) throw new Error('there is no graph')
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 6, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 6, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect(explorer.status).toContainText(/\d{3} selected/)
  })

  await test.step('keys walk, and a neighbourhood is drawn alone', async () => {
    await explorer.find('The hub')
    await explorer.graph.focus()
    await page.keyboard.press('1')
    await expect(page.getByRole('region', { name: 'Focus' })).toContainText('1 step from “The hub”')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.focus-ring')).not.toHaveAttribute('data-node', 'content:90')
    await page.keyboard.press('0')
  })

  await test.step('tidying is one act that can be stopped or undone', async () => {
    await explorer.find('The hub')
    const place = () => page.locator('.focus-ring').boundingBox()
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    const before = await explorer.restOf(page.locator('.focus-ring'))
    await page.keyboard.press('Escape')
    await explorer.graph.focus()
    await page.keyboard.press('t')
    await expect(page.getByRole('button', { name: /^Layout/ })).toBeVisible({ timeout: 60_000 })
    await page.keyboard.press('Control+z')
    await page.keyboard.press('f')
    await expect.poll(async () => (await place())?.x).toBeCloseTo(before.x, -0.5)
  })
})

test('a relation is made in a large graph by dragging from the ring of a node', async ({
  page,
  host,
  dataDir,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await openBig(page, dataDir)
  await expect(explorer.status).toContainText('1,500 nodes')
  await explorer.chooseStart('Ingest pipeline')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await explorer.crawl()
  const neighbour = await explorer.find('Architecture overview')
  // Near enough to see the ring, with empty ground beside it.
  await page.mouse.move(neighbour.x, neighbour.y)
  for (let step = 0; step < 8; step += 1) await page.mouse.wheel(0, -120)
  const near = await explorer.find('Architecture overview')
  await page.mouse.move(near.x, near.y)
  await page.mouse.move(near.x + near.radius + 7, near.y, { steps: 3 })
  await page.mouse.down()
  await page.mouse.move(near.x + near.radius + 60, near.y + 160, { steps: 6 })
  await expect(page.locator('.halo-line')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.halo-line')).toHaveCount(0)
})
