/** What people press twice, or too early: a double-click for a click, Escape twice, Enter to an input method. */
import { type CDPSession, expect, type Locator } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'
import { openGraph, type Seed } from './seed'

test('a double-click does what a click does, to what it was meant for', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.crawlOneStep('Architecture overview')
  const selected = await explorer.status.getByText(/selected$/).textContent()

  await test.step('on buttons that open something over themselves', async () => {
    const openers = [
      ['Workspace', 'Workspace'],
      ['Export…', 'Export'],
      ['Relation names…', 'Relation names'],
    ] as const
    for (const [name, dialog] of openers) {
      await page.getByRole('button', { name }).dblclick()
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      // Closing it the same way leaves alone what lies under its button.
      await page
        .getByRole('dialog', { name: dialog })
        .getByRole('button', { name: 'Close' })
        .dblclick()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(explorer.status).toContainText(selected ?? '-')
    }
  })

  await test.step('on an item of a menu over the graph', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Pin / }).dblclick()
    await expect(page.getByRole('menu')).toHaveCount(0)
    // A press on the graph below would have selected something else, or nothing.
    await expect(explorer.status).toContainText(selected ?? '-')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Hide / }).dblclick()
    await expect(explorer.status).toContainText('1 node hidden')
  })

  await test.step('on an answer of Find', async () => {
    const find = page.getByRole('combobox', { name: /^Find/ })
    await find.fill('Company values')
    await page
      .getByRole('option', { name: /Company values/ })
      .first()
      .dblclick()
    await expect(explorer.status).toContainText('1 selected')
    await expect(explorer.details).toContainText('Company values')
  })
})

/** Composes letters in an input method, presses Enter to it, and then takes what was composed. */
async function compose(input: CDPSession, field: Locator, text: string): Promise<void> {
  await field.focus()
  await input.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  // Keys belong to the input method until it has given up the letters.
  const over = field.evaluate(
    (one) =>
      new Promise((resolve) => {
        one.addEventListener('compositionend', () => resolve(null), { once: true })
      }),
  )
  await field.evaluate(() => null)
  await input.send('Input.insertText', { text })
  await over
  await expect(field).toHaveValue(text)
}

test('Enter to an input method picks nothing, and Escape twice is no more than once', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.crawlOneStep('Architecture overview')
  const input = await page.context().newCDPSession(page)
  const text = 'Company values'

  await test.step('in Find', async () => {
    const find = page.getByRole('combobox', { name: /^Find/ })
    await compose(input, find, text)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(explorer.details).toContainText('Architecture overview')
  })

  await test.step('in the palette', async () => {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await compose(input, palette.getByRole('combobox'), 'Fit')
    await expect(palette).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(explorer.details).toContainText('Architecture overview')
  })

  await test.step('where a relation is made', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Connect to…/ }).click()
    const target = page.getByRole('combobox', { name: 'Target' })
    await compose(input, target, text)
    await expect(page.getByRole('dialog', { name: /^Connect/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(explorer.details).toContainText('Architecture overview')
  })

  await test.step('where a relation gets its name', async () => {
    await explorer.graph.focus()
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: 'Target' }).fill(text)
    await page.getByRole('option', { name: text }).first().click()
    const before = await explorer.statusOfGraph()
    await compose(input, page.getByRole('combobox', { name: 'Relation name' }), 'explains')
    await expect(page.getByRole('dialog', { name: 'New relation' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await explorer.statusOfGraph()).toBe(before)
  })

  await test.step('where a crawl starts', async () => {
    await page.getByRole('button', { name: 'Choose another start' }).click()
    await compose(input, explorer.start, text)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(explorer.start).toBeVisible()
    await expect(explorer.details).toContainText('Architecture overview')
  })

  await test.step('among spaces to map', async () => {
    await page.getByRole('button', { name: 'Map spaces…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Map spaces' })
    await compose(input, dialog.getByRole('textbox', { name: 'Find a space' }), 'ENG')
    await expect(dialog.getByText('Choose at least one space.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(explorer.details).toContainText('Architecture overview')
  })

  await test.step('among the names to follow', async () => {
    const names = page.getByRole('combobox', { name: 'Relations to follow' })
    const before = await page.locator('.chip').allTextContents()
    await compose(input, names, 'explains')
    expect(await page.locator('.chip').allTextContents()).toEqual(before)
  })
})

/** Enough for either way to draw. */
const rows = (count: number): Seed => ({
  titles: Array.from({ length: count }, (_, at) => `Row ${at}`),
  place: (at) => ({ x: (at % 25) * 120, y: Math.floor(at / 25) * 120 }),
  relations: [['depends-on', 0, 1]],
})

test('a click where a drag was meant, and a drag where a click was', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { mouse, keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()
  for (const count of [50, 500]) {
    await test.step(`among ${count} nodes`, async () => {
      await openGraph(page, rows(count))
      const at = await explorer.find('Row 7')
      await keyboard.press('Escape')
      await expect(explorer.status).not.toContainText('selected')

      // The ring round a node is there to be dragged; who clicks on it has meant the node.
      await mouse.move(at.x + 2, at.y)
      await expect(page.locator('.halo')).toHaveCount(1)
      await mouse.move(at.x + at.radius + 7, at.y)
      await mouse.down()
      await mouse.up()
      await expect(explorer.status).toContainText('1 selected')
      await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText('Row 7')
      await expect(page.getByRole('dialog')).toHaveCount(0)

      // A hand that slips by a few px has clicked.
      const other = await explorer.find('Row 3')
      await keyboard.press('Escape')
      await mouse.move(other.x, other.y)
      await mouse.down()
      await mouse.move(other.x + 2, other.y + 1)
      await mouse.up()
      await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText('Row 3')
      await expect(explorer.notices).not.toContainText('Moved')
      const after = await explorer.restOf(page.locator('.focus-ring'))
      expect(after.x + after.width / 2).toBeCloseTo(other.x, 0)
    })
  }
  await test.step('a row that is left before the button is let go is not chosen', async () => {
    const find = page.getByRole('combobox', { name: /^Find/ })
    await find.fill('Row 2')
    const first = page.getByRole('option').first()
    await first.hover()
    await mouse.down()
    await page.getByRole('option').nth(1).hover()
    await mouse.up()
    await expect(find).toBeFocused()
    await expect(find).toHaveValue('Row 2')
    await keyboard.press('Escape')
    await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText('Row 3')
  })
})
