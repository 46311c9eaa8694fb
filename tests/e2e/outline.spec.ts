import { expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

test('the outline lists the graph, with the same selection, acts and menu', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  const outline = page.getByRole('region', { name: 'Outline' })
  const heading = explorer.details.getByRole('heading', { level: 2 })
  const focused = page.locator(':focus')
  const grid = outline.getByRole('grid', { name: 'Nodes' })
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.follow('depends-on', 'link')
  await explorer.crawl()
  const all = await explorer.nodeCount()

  await test.step('O opens it as a tree, with the keyboard in it', async () => {
    await explorer.graph.focus()
    await keyboard.press('o')
    await expect(outline.getByRole('tree')).toBeVisible()
    await expect(focused).toHaveAttribute('role', 'treeitem')
    await expect(focused).toContainText('Ingest pipeline')
    await expect(focused).toContainText('complete')
    await expect(outline).toContainText(`${all} of ${all} nodes shown`)
  })

  await test.step('arrows open relations and lead to neighbours; Enter selects in the picture', async () => {
    await expect(focused).toHaveAttribute('aria-expanded', 'true')
    await keyboard.press('ArrowRight')
    await expect(focused).toContainText(/\d+ (out|in)/)
    await expect(focused).toHaveAttribute('aria-level', '2')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await expect(focused).toHaveAttribute('aria-level', '3')
    const title = (await focused.locator('.outline__title').textContent()) ?? ''
    await keyboard.press('Enter')
    await expect(heading).toHaveText(title)
    await expect(focused).toHaveAttribute('aria-selected', 'true')
    await keyboard.press('ArrowLeft')
    await keyboard.press('ArrowLeft')
    await expect(focused).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('what is selected elsewhere is marked and comes into sight', async () => {
    await explorer.find('Ingest pipeline')
    const picked = outline.getByRole('treeitem', { selected: true }).first()
    await expect(picked).toContainText('Ingest pipeline')
    await expect(picked).toBeInViewport()
  })

  await test.step('the menu key opens the menu of the node, and Escape gives the row back', async () => {
    await outline.getByRole('treeitem', { selected: true }).first().focus()
    await keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitem', { name: 'Path from here' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(focused).toContainText('Ingest pipeline')
  })

  await test.step('the table of nodes sorts from its headings', async () => {
    await outline.getByRole('button', { name: 'Nodes' }).press('Enter')
    await expect(grid).toHaveAttribute('aria-rowcount', String(all + 1))
    await grid.getByRole('row').nth(1).focus()
    await keyboard.press('Home')
    await keyboard.press('ArrowUp')
    await expect(focused).toHaveText('Title')
    await keyboard.press('Enter')
    await expect(grid.getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await expect(grid.getByRole('columnheader', { name: 'Out' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await keyboard.press('ArrowDown')
    await expect(focused).toHaveAttribute('role', 'row')
  })

  await test.step('a row is read with its headings, and left and right go through its cells', async () => {
    await keyboard.press('Home')
    const title = await focused.getByRole('rowheader').textContent()
    await expect(focused).toHaveAccessibleName(
      new RegExp(
        `^${(title ?? '-').trim()} Type .+ Space .+ Out .+ In .+ What is known .+ Created by `,
      ),
    )
    await keyboard.press('ArrowRight')
    await expect(focused).toHaveRole('rowheader')
    await keyboard.press('ArrowRight')
    await expect(focused).toHaveRole('gridcell')
    await expect(focused).toHaveText(/^(page|blog post|whiteboard|database|folder|embed)$/)
    await keyboard.press('ArrowDown')
    await expect(focused).toHaveRole('gridcell')
    await expect(outline.getByRole('row').nth(2).locator(focused)).toHaveCount(1)
    await keyboard.press('ArrowUp')
    await keyboard.press('ArrowUp')
    await expect(focused).toHaveText('Type')
    await keyboard.press('ArrowDown')
    await expect(focused).toHaveRole('gridcell')
    await keyboard.press('ArrowLeft')
    await keyboard.press('ArrowLeft')
    await expect(focused).toHaveRole('row')
  })

  await test.step('wide letters cut nothing in it', async () => {
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.outline [role="row"] > *, .outline__count')]
          .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
          .map((one) => one.textContent),
      )
    const height = (await grid.getByRole('row').nth(1).boundingBox())?.height ?? 0
    // What WCAG asks a page to bear (1.4.12).
    const spaced = await page.evaluateHandle(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      )
      document.adoptedStyleSheets = [sheet]
      return sheet
    })
    expect(await cut()).toEqual([])
    const rows = await grid.getByRole('row').all()
    const boxes = await Promise.all(rows.slice(1, 6).map((row) => row.boundingBox()))
    boxes.slice(1).forEach((box, at) => {
      const above = boxes[at]
      expect(Math.abs((box?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0))).toBeLessThan(2)
    })
    expect(boxes[0]?.height).toBeGreaterThan(height)
    await spaced.evaluate(() => {
      document.adoptedStyleSheets = []
    })
  })

  await test.step('Shift and arrows select several, and H hides them from both', async () => {
    await keyboard.press('Home')
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    await expect(explorer.status).toContainText('3 selected')
    await keyboard.press('h')
    await expect(outline).toContainText(`${all - 3} of ${all} nodes shown`)
    await expect(explorer.status).toContainText('3 nodes hidden')
    await expect(focused).toHaveAttribute('role', 'row')
  })

  await test.step('the table of relations selects, and Delete asks', async () => {
    await outline.getByRole('button', { name: 'Relations' }).press('Enter')
    const relations = outline.getByRole('grid', { name: 'Relations' })
    await relations
      .getByRole('row', { name: /depends-on/ })
      .first()
      .click()
    await expect(explorer.details.getByRole('heading', { name: /^Relation/ })).toBeVisible()
    await keyboard.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Delete this relation?' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(focused).toHaveAttribute('role', 'row')
    await relations
      .getByRole('row', { name: /\blink\b/ })
      .first()
      .click()
    await keyboard.press('Delete')
    await expect(explorer.notices).toContainText('cannot be made or deleted here')
  })

  await test.step('Escape leaves for the graph, and a new start finds it open again', async () => {
    await keyboard.press('Escape')
    await expect(explorer.graph).toBeFocused()
    await page.reload()
    await explorer.isOpen()
    await expect(outline.getByRole('grid', { name: 'Relations' })).toBeVisible()
  })
})
