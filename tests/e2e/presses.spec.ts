import { expect, type Locator, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { holdAnswers } from './held-answers'
import { test } from './host'

/** Presses on each list, each held so long, ms, while answers come. */
const presses = process.env['LONG_TESTS'] === '1' ? 200 : 3
const held = 90

type Answers = Awaited<ReturnType<typeof holdAnswers>>

/** Presses the middle of something, and lets all answers through between press and release. */
async function press(page: Page, answers: Answers, target: Locator): Promise<void> {
  await expect.poll(() => answers.count()).toBeGreaterThan(0)
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  const [x, y] = [box.x + Math.min(box.width / 2, 90), box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const since = Date.now()
  await answers.letGo()
  await page.evaluate(
    (left) => new Promise((resolve) => setTimeout(resolve, left)),
    held - (Date.now() - since),
  )
  await page.mouse.up()
}

/** Each is in titles that are drawn, and in others of the site. */
const texts = ['pipeline', 'ingest', 'overview']

/** One of the rows that are there before the site has answered, or of those that came. */
const pick = async (rows: Locator, turn: number): Promise<Locator> => {
  await expect(rows.first()).toBeVisible()
  return rows.nth((turn * 7) % Math.min(await rows.count(), 8))
}

const titleIn = async (row: Locator): Promise<string> =>
  (await row.locator('.choice__title').textContent()) ?? ''

test('a press on a list of answers is never lost, and never another row’s', async ({
  page,
  host,
}) => {
  test.setTimeout(presses * 30_000)
  const explorer = new ExplorerPage(page)
  const answers = await holdAnswers(page)
  const { keyboard } = page
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const options = page.getByRole('option')
  const heading = explorer.details.getByRole('heading', { level: 2 })

  await test.step('Find', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      answers.hold()
      await page
        .getByRole('combobox', { name: 'Find in the graph' })
        .fill(texts[turn % texts.length] ?? '')
      const row = await pick(options, turn)
      const title = await titleIn(row)
      await press(page, answers, row)
      await expect(heading).toHaveText(title)
    }
  })

  await test.step('Find, while the text goes on being typed', async () => {
    answers.hold()
    await page.getByRole('combobox', { name: 'Find in the graph' }).fill('pipeline')
    const row = await pick(options, 1)
    const title = await titleIn(row)
    await row.hover()
    await page.mouse.down()
    // No title has these letters; the rows would be gone under the pointer.
    await keyboard.type('xyz')
    await page.mouse.up()
    await expect(heading).toHaveText(title)
    await answers.letGo()
  })

  await test.step('the palette', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      answers.hold()
      await keyboard.press('Control+k')
      await page
        .getByRole('combobox', { name: 'Command, node' })
        .fill(texts[turn % texts.length] ?? '')
      const row = await pick(options.filter({ hasText: /page|blog post|space/ }), turn)
      const title = await titleIn(row)
      await press(page, answers, row)
      await expect(heading).toHaveText(title)
    }
  })

  await test.step('“Connect to…”, which lies below its box', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      await explorer.find('Ingest pipeline')
      await explorer.graph.focus()
      await keyboard.press('c')
      answers.hold()
      const box = page.getByRole('combobox', { name: 'Target' })
      await box.fill(texts[turn % texts.length] ?? '')
      const row = await pick(options, turn)
      const title = await titleIn(row)
      await press(page, answers, row)
      const ends = page.locator('.name-picker__end')
      await expect(ends.last()).toHaveText(title)
      await page.getByRole('button', { name: 'Cancel' }).click()
      await expect(ends).toHaveCount(0)
    }
  })

  await test.step('the start of a crawl', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      await page.getByRole('button', { name: 'Choose another start' }).click()
      await explorer.start.fill(texts[turn % texts.length] ?? '')
      await expect(options.first()).toBeVisible()
      // The same is asked again while what it answered before is pressed.
      answers.hold()
      await explorer.start.press('x')
      await explorer.start.press('Backspace')
      const row = await pick(options, turn)
      const title = await titleIn(row)
      await press(page, answers, row)
      await expect(page.locator('[data-panel="left"]').getByText(title).first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Choose another start' })).toBeVisible()
    }
  })
})

test('nor is one on what a crawl changes', async ({ page, host }) => {
  test.setTimeout(presses * 60_000)
  const explorer = new ExplorerPage(page)
  const answers = await holdAnswers(page)
  const { keyboard } = page
  const heading = explorer.details.getByRole('heading', { level: 2 })
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByRole('textbox', { name: 'Depth' }).fill('1')
  await explorer.crawl()
  const names = ['Ingest pipeline', 'Architecture overview', 'Ingest pipeline sketch']

  /** Something is asked, and its answers wait. */
  const ask = async () => {
    answers.hold()
    await explorer.graph.focus()
    await keyboard.press('e')
  }

  await test.step('the rows of the outline', async () => {
    await explorer.graph.focus()
    await keyboard.press('o')
    const outline = page.getByRole('region', { name: 'Outline' })
    await outline.getByRole('button', { name: 'Nodes', exact: true }).click()
    const grid = outline.getByRole('grid', { name: 'Nodes' })
    for (let turn = 0; turn < presses; turn += 1) {
      await explorer.find(names[turn % 3] ?? '')
      await ask()
      await grid.locator('[data-row][tabindex="0"]').focus()
      await keyboard.press('Home')
      const row = grid.locator(`[data-row="${1 + (turn % 3)}"]`)
      const title = ((await row.getByRole('rowheader').textContent()) ?? '').trim()
      await press(page, answers, row)
      await expect(heading).toHaveText(title)
      await expect(grid.locator('[data-row]:focus')).toContainText(title)
    }
    await keyboard.press('Escape')
    await keyboard.press('o')
  })

  await test.step('a relation over which what was asked comes', async () => {
    const [title, related] = ['Dashboards that matter', 'Architecture overview']
    const row = explorer.details
      .getByRole('region', { name: 'Incoming relations' })
      .getByRole('button', { name: related, exact: true })
    const depth = async () => {
      const [own, top] = [await row.boundingBox(), await heading.boundingBox()]
      return (own?.y ?? NaN) - (top?.y ?? NaN)
    }
    await explorer.find(title)
    const before = await depth()
    await ask()
    await press(page, answers, row)
    await expect(heading).toHaveText(related)
    // The answers have come, and moved it: with no gate before them the press would have missed it.
    await explorer.find(title)
    await expect.poll(depth).toBeGreaterThan(before)
  })

  await test.step('the relations in the details', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      await explorer.find(names[turn % 2] ?? '')
      await ask()
      const row = await pick(explorer.details.locator('.relation-list .text-button'), turn)
      const title = (await row.textContent()) ?? ''
      await press(page, answers, row)
      await expect(heading).toHaveText(title)
    }
  })

  await test.step('the entries of a menu', async () => {
    for (let turn = 0; turn < presses; turn += 1) {
      await explorer.find(names[turn % 2] ?? '')
      await ask()
      await keyboard.press('Shift+F10')
      await press(page, answers, page.getByRole('menuitem', { name: /^Connect .*to…/ }).first())
      const dialog = page.getByRole('dialog', { name: /^Connect/ })
      await expect(dialog).toBeVisible()
      await keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  })

  await test.step('the values of a filter', async () => {
    await page.getByRole('tab', { name: 'Filter' }).click()
    const values = page.getByRole('tabpanel').getByRole('checkbox')
    for (let turn = 0; turn < presses; turn += 1) {
      await explorer.find(names[turn % 2] ?? '')
      await ask()
      const value = values.nth(turn % 3)
      const was = await value.isChecked()
      await press(page, answers, value)
      await expect(value).toBeChecked({ checked: !was })
      await keyboard.press('Control+z')
    }
    await page.getByRole('tab', { name: 'Crawl' }).click()
  })

  await test.step('Pause and Resume, while a crawl runs', async () => {
    await page.getByRole('textbox', { name: 'Depth' }).fill('4')
    await page.getByRole('textbox', { name: 'Depth' }).press('Tab')
    for (let turn = 0; turn < presses; turn += 1) {
      // While one runs, the button below begins anew.
      const start = page.getByRole('button', { name: /^(Start|Restart) crawl/ }).last()
      answers.hold()
      if (await start.isVisible()) await start.click()
      await press(page, answers, page.getByRole('button', { name: 'Pause' }))
      const resume = page.getByRole('button', { name: 'Resume' })
      await expect(resume).toBeVisible()
      await resume.click()
    }
  })
})
