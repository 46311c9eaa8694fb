import { expect, type Page } from '@playwright/test'
import { openBig } from './big-graph'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { test } from './host'

/** What the canvases show, as one number. */
const picture = (page: Page) =>
  page.locator('.canvas-surface').evaluate((surface) => {
    let sum = 0
    for (const layer of surface.querySelectorAll('canvas')) {
      if (!layer.checkVisibility() || layer.width === 0) continue
      const data = layer.getContext('2d')?.getImageData(0, 0, layer.width, layer.height).data
      for (const byte of data ?? []) sum = (sum * 31 + byte) | 0
    }
    return sum
  })

/** The picture when nothing in it changes any more. */
async function settled(page: Page): Promise<number> {
  let last = NaN
  await expect
    .poll(async () => {
      const before = last
      last = await picture(page)
      return last === before
    })
    .toBe(true)
  return last
}

type Place = { readonly x: number; readonly y: number }

/** Every press that a hand can make on the picture leaves the keyboard there. */
async function pressesKeepKeyboard(page: Page, explorer: ExplorerPage, node: Place) {
  const { mouse, keyboard } = page
  const box = await explorer.graph.boundingBox()
  if (box === null) throw new Error('no graph')
  const ground = { x: box.x + 12, y: box.y + 160 }
  const ring = page.locator('.focus-ring')
  const presses: Record<string, () => Promise<unknown>> = {
    'a node': () => mouse.click(node.x, node.y),
    'a node with Control': async () => {
      await keyboard.down('Control')
      await mouse.click(node.x, node.y)
      await keyboard.up('Control')
    },
    'the ground': () => mouse.click(ground.x, ground.y),
    'the menu of a node': async () => {
      await mouse.click(node.x, node.y, { button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    },
    'a drag of the ground': async () => {
      await mouse.move(ground.x, ground.y)
      await mouse.down()
      await mouse.move(ground.x + 9, ground.y + 9, { steps: 3 })
      await mouse.move(ground.x, ground.y, { steps: 3 })
      await mouse.up()
    },
    'a button that zooms': async () => {
      await page.getByRole('button', { name: 'Zoom in' }).click()
      await page.getByRole('button', { name: 'Zoom out' }).click()
    },
    'the small map': () => page.locator('.minimap').click(),
  }
  for (const [what, press] of Object.entries(presses)) {
    await page.getByRole('button', { name: 'History' }).focus()
    await press()
    await expect(explorer.graph, what).toBeFocused()
    // A key does what it does there.
    await keyboard.press('Control+a')
    await expect(explorer.status, what).toContainText(/\d\d+ selected/)
    await keyboard.press('Escape')
    await expect(explorer.status, what).not.toContainText('selected')
    await expect(ring).not.toHaveAttribute('data-node', '')
  }
}

/** By which factor one step of the wheel brings a node nearer to the pointer, which is beside it. */
async function wheelFactor(page: Page, node: Place): Promise<number> {
  const ring = page.locator('.focus-ring')
  const beside = node.x - 150
  const far = async () => {
    const box = await ring.boundingBox()
    return box === null ? NaN : box.x + box.width / 2 - beside
  }
  const before = await far()
  await page.mouse.move(beside, node.y)
  await page.mouse.wheel(0, 120)
  await expect.poll(far).toBeLessThan(before - 10)
  await settled(page)
  return (await far()) / before
}

/** Words stand beside a pointer that rests on a node, on either canvas, and go with it. */
async function wordsBeside(page: Page, node: Place, title: string) {
  const { mouse, keyboard } = page
  const words = page.locator('.pointer-words')
  await mouse.move(node.x, node.y)
  await expect(words.locator('strong')).toHaveText(title)
  await expect(words).toContainText(/\d+ (out|in)/)
  await mouse.down()
  await expect(words).toHaveCount(0)
  await mouse.up()
  await keyboard.press('Escape')
  await mouse.move(node.x, node.y - 200)
  await mouse.move(node.x, node.y)
  await expect(words).toBeVisible()
  await page.getByRole('button', { name: 'History' }).hover()
  await expect(words).toHaveCount(0)
}

test('the hand on a small graph', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { mouse, keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()

  await test.step('what is drawn first stands in the middle', async () => {
    await page.getByRole('combobox', { name: 'Find in the graph' }).fill('Ingest pipeline')
    await page.getByRole('option', { name: 'Ingest pipeline' }).first().click()
    const frame = await explorer.graph.boundingBox()
    const ring = await page.locator('.focus-ring').boundingBox()
    if (frame === null || ring === null) throw new Error('nothing is drawn')
    expect(ring.x + ring.width / 2).toBeCloseTo(frame.x + frame.width / 2, -1)
    expect(ring.y + ring.height / 2).toBeCloseTo(frame.y + frame.height / 2, -1)
  })

  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const node = await explorer.find('Architecture overview')

  await test.step('the keyboard is on the graph after any press', () =>
    pressesKeepKeyboard(page, explorer, node))

  await test.step('a press on plain words leaves the keyboard in their panel', async () => {
    await explorer.find('Architecture overview')
    for (const words of [explorer.details.getByRole('heading', { level: 2 }), explorer.status]) {
      await words.click({ position: { x: 2, y: 2 } })
      await expect(page.locator(':focus')).toHaveAttribute('data-panel')
      await keyboard.press('Escape')
      await expect(explorer.graph).toBeFocused()
    }
  })

  await test.step('words stand beside a pointer that rests', async () =>
    wordsBeside(page, await explorer.find('Architecture overview'), 'Architecture overview'))

  await test.step('what stood out goes when the pointer jumps to a panel, or is dragged from the ring', async () => {
    const at = await explorer.find('Architecture overview')
    const details = await explorer.details.boundingBox()
    if (details === null) throw new Error('no details')
    await mouse.move(details.x + 50, details.y + 5)
    const calm = await settled(page)
    const standsOut = async () => {
      await mouse.move(at.x, at.y)
      await expect.poll(() => picture(page)).not.toBe(calm)
    }
    await standsOut()
    await mouse.move(details.x + 50, details.y + 5)
    await expect.poll(() => picture(page)).toBe(calm)
    await expect(page.locator('.halo')).toHaveCount(0)

    await standsOut()
    await mouse.move(at.x + at.radius + 7, at.y, { steps: 3 })
    await mouse.down()
    await mouse.move(at.x + 90, at.y + 90, { steps: 4 })
    await expect(page.locator('.halo-line')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.locator('.halo')).toHaveCount(0)
    await mouse.up()
    await mouse.move(details.x + 50, details.y + 5)
    await expect.poll(() => picture(page)).toBe(calm)
  })

  await test.step('what is hidden under the pointer takes what stood out along', async () => {
    const at = await explorer.find('Architecture overview')
    await mouse.move(at.x, at.y)
    await expect(page.locator('.halo')).toHaveCount(1)
    await explorer.graph.focus()
    await keyboard.press('h')
    await expect(explorer.status).toContainText('1 node hidden')
    await expect(page.locator('.halo')).toHaveCount(0)
    const hidden = await settled(page)
    await mouse.move(2, 2)
    expect(await settled(page)).toBe(hidden)
    await explorer.status.getByRole('button', { name: 'Show all' }).click()
  })
})

test('the hand on a large graph', async ({ page, host, dataDir }) => {
  const explorer = new ExplorerPage(page)
  const { mouse, keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const small = await explorer.find('Architecture overview')
  const smallFactor = await wheelFactor(page, small)
  await openBig(page, dataDir)
  await expect(explorer.status).toContainText('1,500 nodes')
  const node = await explorer.find('Made page 700')

  await test.step('the keyboard is on the graph after any press', () =>
    pressesKeepKeyboard(page, explorer, node))

  await test.step('words stand beside a pointer that rests', async () =>
    wordsBeside(page, await explorer.find('Made page 700'), 'Made page 700'))

  await test.step('the wheel zooms by the same step', async () => {
    expect(await wheelFactor(page, await explorer.find('The hub'))).toBeCloseTo(smallFactor, 2)
  })

  const faded = page.locator('.canvas-surface--faded')
  await test.step('what stood out goes when the pointer jumps to a panel', async () => {
    const at = await explorer.find('Made page 700')
    await mouse.move(at.x, at.y)
    await expect(faded).toHaveCount(1)
    await explorer.status.hover()
    await expect(faded).toHaveCount(0)
    await expect(page.locator('.halo')).toHaveCount(0)
  })

  await test.step('what is hidden is gone before the pointer moves', async () => {
    const at = await explorer.find('Made page 700')
    await mouse.move(at.x, at.y)
    await expect(faded).toHaveCount(1)
    await explorer.graph.focus()
    await keyboard.press('h')
    await expect(explorer.status).toContainText('1 node hidden')
    await expect(faded).toHaveCount(0)
  })
})

test.describe('on a Mac', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  })
  test('Control and a press open the menu on both canvases', async ({ page, host, dataDir }) => {
    const explorer = new ExplorerPage(page)
    const opensMenu = async (title: string) => {
      const at = await explorer.find(title)
      await page.keyboard.press('Escape')
      await page.mouse.move(at.x - 1, at.y)
      await page.mouse.move(at.x, at.y)
      await page.keyboard.down('Control')
      await page.mouse.click(at.x, at.y)
      await page.keyboard.up('Control')
      await expect(page.getByRole('menu', { name: title })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
    await page.goto(host.address)
    await explorer.openDemo()
    await explorer.chooseStart('Ingest pipeline')
    await explorer.crawl()
    await opensMenu('Architecture overview')
    await openBig(page, dataDir)
    await expect(explorer.status).toContainText('1,500 nodes')
    await opensMenu('Made page 700')
  })
})

test('a picture that moves from under a pointer takes what stood out along', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  const answers = await holdAnswers(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await page.getByRole('combobox', { name: 'Find in the graph' }).fill('Ingest pipeline')
  await page.getByRole('option', { name: 'Ingest pipeline' }).first().click()
  const ring = await page.locator('.focus-ring').boundingBox()
  if (ring === null) throw new Error('nothing is drawn')
  await explorer.chooseStart('Ingest pipeline')
  answers.hold()
  await page.getByRole('button', { name: 'Start crawl' }).click()
  await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2)
  await expect(page.locator('.halo')).toHaveCount(1)
  await answers.letGo()
  await explorer.crawlEnds()
  await expect(page.locator('.halo')).toHaveCount(0)
})
