import { expect, type Page } from '@playwright/test'
import { drawnByCytoscape } from './drawn-by-cytoscape'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** How wide the box of a node's name is beyond its longest line as it is written, model px. */
async function nameOf(page: Page, title: string) {
  const drawn = await drawnByCytoscape(page)
  return drawn.evaluate((cy, wanted) => {
    const node = cy.nodes().filter((one) => one.data('text') === wanted)
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) throw new Error('There is no pen.')
    const weight = String(node.style('font-weight'))
    pen.font = `${weight} ${Number(node.data('size'))}px system-ui, sans-serif`
    const { w } = node.boundingBox({ includeNodes: false, includeLabels: true })
    const longest = Math.max(...wanted.split(' ').map((word) => pen.measureText(word).width))
    return { weight, room: w - longest }
  }, title)
}

test('the details say what the graph is, then what a node is related to, and find among it', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  const { details } = explorer
  const heading = details.getByRole('heading', { level: 2 })
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Architecture overview')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await explorer.crawl()

  await test.step('with nothing selected, the graph and what is most related in it', async () => {
    await expect(heading).toHaveText('This graph')
    const hubs = details.getByRole('region', { name: 'Most related' })
    await hubs.getByRole('button', { name: 'Architecture overview' }).click()
    await expect(heading).toHaveText('Architecture overview')
  })

  await test.step('the name of what is selected is bold, and drawn whole', async () => {
    await expect.poll(() => nameOf(page, 'Architecture overview')).toMatchObject({ weight: 'bold' })
    expect((await nameOf(page, 'Architecture overview')).room).toBeGreaterThanOrEqual(0)
  })

  const incoming = details.getByRole('region', { name: 'Incoming relations' })
  const rows = incoming.getByRole('listitem')
  await test.step('a long list goes on as it is scrolled', async () => {
    const all = Number.parseInt((await incoming.locator('h3 .count').textContent()) ?? '', 10)
    expect(all).toBeGreaterThan(100)
    await expect(rows).toHaveCount(100)
    await incoming.hover()
    for (let turn = 0; turn < 40 && (await rows.count()) < all; turn += 1) {
      await page.mouse.wheel(0, 600)
    }
    await expect(rows).toHaveCount(all)
  })

  await test.step('one is found by its words, and gone to with Enter', async () => {
    const box = details.getByRole('searchbox', { name: 'Find among the neighbours' })
    await box.fill('RELEASE')
    await expect(rows.first()).toContainText(/release/i)
    for (const title of await rows.allTextContents()) expect(title).toMatch(/release/i)
    await box.fill('no such words')
    await expect(incoming).toContainText('None with these words.')
    await box.fill('release')
    await box.press('Tab')
    const first = details.locator('.relation-group .text-button').first()
    await expect(first).toBeFocused()
    const title = (await first.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText(title)
  })

  await test.step('a space of the graph is selected whole', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('Escape')
    await expect(heading).toHaveText('This graph')
    const space = details.getByRole('region', { name: 'Spaces' }).getByRole('listitem').first()
    const count = Number.parseInt((await space.locator('.count').textContent()) ?? '', 10)
    await space.getByRole('button').click()
    await expect(explorer.status).toContainText(`${count} selected`)
  })
})
