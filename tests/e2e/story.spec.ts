import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, type Page } from '@playwright/test'
import { decode } from 'fast-png'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** Two pages of the demo site that nothing relates directly, both near the first crawl's start. */
const start = 'Ingest pipeline'
const name = 'contradicts'

/** Reads a file that the page handed over. */
async function downloadOf(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; body: Buffer }> {
  const waiting = page.waitForEvent('download')
  await act()
  const download = await waiting
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) }
}

async function expectValidGraphFile(text: string): Promise<Record<string, unknown>> {
  const schema: unknown = JSON.parse(await readFile('resources/graph-file.schema.json', 'utf8'))
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const file: unknown = JSON.parse(text)
  const valid = ajv.validate(schema as object, file)
  expect(ajv.errors ?? []).toEqual([])
  expect(valid).toBe(true)
  return file as Record<string, unknown>
}

/** How many colours a picture has, and how solid its corner is: a blank one has one colour. */
function look(png: Buffer) {
  const { data, channels } = decode(png)
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += channels) {
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  }
  // Without a channel for it all of it is solid.
  return { colours: colours.size, corner: channels === 4 ? data[3] : 255 }
}

/** The two nodes to connect: neighbours of neighbours, told from what the details list. */
async function twoApart(explorer: ExplorerPage): Promise<[string, string]> {
  await explorer.find(start)
  const near = await explorer.details
    .getByRole('region', { name: /relations$/ })
    .locator('.text-button')
    .allTextContents()
  const [first, second] = [...new Set(near)].filter((title) => title !== start)
  if (first === undefined || second === undefined) throw new Error('too few neighbours')
  return [first, second]
}

test('a person explores, connects by dragging, deletes, undoes and exports with the mouse', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  expect(page.url()).not.toContain('key=')
  await explorer.openDemo()

  await test.step('crawl', async () => {
    await explorer.chooseStart(start)
    await expect(page.getByText(/^About \d+ calls? for the first step/)).toBeVisible()
    await explorer.crawl()
    expect(await explorer.nodeCount()).toBeGreaterThan(5)
  })

  const [first, second] = await twoApart(explorer)
  await test.step('connect by dragging from the halo', async () => {
    await page.getByRole('button', { name: 'Layout: Force' }).click()
    await page.getByRole('menuitem', { name: 'Grid' }).click()
    await expect(page.getByRole('button', { name: 'Layout: Grid' })).toBeVisible()
    await page.getByRole('button', { name: 'Fit the graph' }).click()
    const to = await explorer.find(second)
    const from = await explorer.find(first)
    const again = await explorer.find(second)
    expect(again).toEqual(to)
    await page.mouse.move(from.x, from.y)
    await page.mouse.move(from.x + 2, from.y + 1)
    const away = Math.sign(to.x - from.x) || 1
    await page.mouse.move(from.x + away * (from.radius + 6), from.y, { steps: 6 })
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 12 })
    await page.mouse.up()
    const picker = page.getByRole('dialog', { name: 'New relation' })
    await expect(picker).toContainText(first)
    await expect(picker).toContainText(second)
    await picker.getByRole('combobox', { name: 'Relation name' }).fill(name)
    await page.getByRole('option', { name: `New name “${name}”` }).click()
    await expect(explorer.notices).toContainText(`Created: “${first}” ${name} “${second}”`)
  })

  await test.step('the server has it: a fresh crawl finds it', async () => {
    await explorer.find(first)
    expect(await explorer.relationNames('Outgoing')).toContain(name)
    const other = new ExplorerPage(await page.context().newPage())
    await other.page.goto(await host.nextAddress())
    await other.openDemo()
    await other.startEmpty()
    await other.chooseStart(first)
    await other.follow(name)
    await other.crawl()
    await other.find(second)
    expect(await other.relationNames('Incoming')).toEqual([name])
    await other.page.close()
  })

  await test.step('delete by right-click, undo', async () => {
    const to = await explorer.find(second)
    const from = await explorer.find(first)
    await page.keyboard.press('Escape')
    await rightClickBetween(page, from, to, name)
    await page.getByRole('menuitem', { name: /^Delete relation/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete this relation?' })
    await expect(dialog).toContainText(name)
    await expect(dialog).toContainText('Created by Amara Okafor')
    await dialog.getByRole('button', { name: 'Delete relation' }).click()
    await expect(explorer.notices).toContainText('Deleted:')
    await explorer.find(first)
    expect(await explorer.relationNames('Outgoing')).not.toContain(name)
    await explorer.notices.getByRole('button', { name: 'Undo' }).first().click()
    await expect(explorer.notices).toContainText('You are its creator now, and its date is new.')
    expect(await explorer.relationNames('Outgoing')).toContain(name)
  })

  await test.step('export', async () => {
    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('radio', { name: 'JSON' }).check()
    const json = await downloadOf(page, () =>
      page.getByRole('button', { name: 'Save JSON' }).click(),
    )
    expect(json.name).toMatch(/^relations-.*\.json$/)
    const file = await expectValidGraphFile(json.body.toString())
    expect(JSON.stringify(file['edges'])).toContain(name)
    expect((file['nodes'] as unknown[]).length).toBe(await explorer.nodeCount())

    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('radio', { name: 'PNG' }).check()
    await page.getByRole('combobox', { name: 'Size' }).selectOption('1')
    const opaque = await downloadOf(page, () =>
      page.getByRole('button', { name: 'Save PNG' }).click(),
    )
    const seen = look(opaque.body)
    expect(seen.colours).toBeGreaterThan(20)
    expect(seen.corner).toBe(255)

    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('combobox', { name: 'Part' }).selectOption('view')
    await page.getByRole('combobox', { name: 'Paper' }).selectOption('transparent')
    const clear = await downloadOf(page, () =>
      page.getByRole('button', { name: 'Save PNG' }).click(),
    )
    const through = look(clear.body)
    expect(through.colours).toBeGreaterThan(20)
    expect(through.corner).toBe(0)
  })
})

/** Tries points along the line, since nodes and other relations may lie on it. */
async function rightClickBetween(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  relation: string,
): Promise<void> {
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.45, 0.55, 0.35, 0.65]) {
    await page.mouse.click(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, {
      button: 'right',
    })
    const menu = page.getByRole('menu')
    await expect(menu).toBeVisible()
    if ((await menu.textContent())?.includes(`— ${relation} →`) === true) return
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }
  throw new Error(`No “${relation}” relation was met on the line.`)
}

test('a person does the same with the keyboard alone', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  const { keyboard } = page
  await page.goto(host.address)
  await page.getByRole('button', { name: 'Explore the demo site' }).focus()
  await keyboard.press('Enter')
  await explorer.start.focus()
  await keyboard.type(start)
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Choose another start' })).toBeVisible()
  await page.getByRole('button', { name: 'Start crawl' }).focus()
  await keyboard.press('Enter')
  await explorer.crawlEnds()

  await test.step('walk, select, expand', async () => {
    await explorer.graph.focus()
    const ring = page.locator('.focus-ring')
    await expect(ring).toBeVisible()
    const before = await ring.getAttribute('data-node')
    for (const arrow of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'])
      await keyboard.press(arrow)
    await keyboard.press('ArrowDown')
    await expect(ring).not.toHaveAttribute('data-node', before ?? '')
    await keyboard.press('Enter')
    await expect(explorer.details.getByRole('heading', { level: 2 })).toBeVisible()
    await keyboard.press('e')
    await expect(explorer.notices).toContainText('Expanded')
  })

  const [first, second] = await twoApart(explorer)
  await test.step('connect', async () => {
    await keyboard.press('Control+f')
    await keyboard.type(first)
    await expect(page.getByRole('option', { name: first }).first()).toBeVisible()
    await keyboard.press('Enter')
    await explorer.graph.focus()
    await keyboard.press('c')
    await expect(page.getByRole('dialog', { name: `Connect “${first}” to…` })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Target' })).toBeFocused()
    await keyboard.type(second)
    await expect(page.getByRole('option', { name: second }).first()).toBeVisible()
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'New relation' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Relation name' })).toBeFocused()
    await keyboard.type('favorite')
    await keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('Did you mean “favourite”?')
    await page.getByRole('combobox', { name: 'Relation name' }).fill('')
    await keyboard.type(name)
    await expect(page.getByRole('option', { name: `New name “${name}”` })).toBeVisible()
    await keyboard.press('Enter')
    await expect(explorer.notices).toContainText('Created:')
  })

  await test.step('delete and undo', async () => {
    await explorer.find(first)
    await explorer.graph.focus()
    const heading = explorer.details.getByRole('heading', { level: 2 })
    await keyboard.press('Shift+ArrowLeft')
    await expect(heading).toContainText(name)
    await keyboard.press('Delete')
    const dialog = page.getByRole('dialog', { name: 'Delete this relation?' })
    await expect(dialog).toContainText('Created by Amara Okafor')
    await expect(dialog.getByRole('button', { name: 'Delete relation' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(explorer.notices).toContainText('Deleted:')
    await expect(explorer.graph).toBeFocused()
    await keyboard.press('Control+z')
    await expect(explorer.notices).toContainText('Created again:')
  })

  await test.step('export', async () => {
    await page.getByRole('button', { name: 'Export…' }).focus()
    await keyboard.press('Enter')
    await page.getByRole('radio', { name: 'JSON' }).focus()
    await keyboard.press('Space')
    await page.getByRole('button', { name: 'Save JSON' }).focus()
    const json = await downloadOf(page, () => keyboard.press('Enter'))
    await expectValidGraphFile(json.body.toString())
  })
})
