import { writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** Titles as they are written, and what people type to find them. */
const typedFor = [
  ['Lodz', 'Łódź'],
  ['Tromso', 'Tromsø'],
  ['strasse', 'Straße'],
  ['da nang', 'Đà Nẵng'],
  ['Aero', 'Ærø'],
] as const

const unbroken = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4)
const dense = '東京都渋谷区神宮前四丁目の設計に関する覚書'.repeat(6)
const hebrew = 'שלום עולם'

const titles = [
  'Alpha\u202e',
  'Beta',
  ...typedFor.map(([, written]) => written),
  unbroken,
  dense,
  hebrew,
]
const id = (at: number) => `content:8${at}`

/** Each title is a page in a space of its name, and the first is related to all others. */
const letters = (site: string) => ({
  format: 'relation-explorer/graph@1',
  version: '0.0.0',
  site,
  exportedAt: '2026-01-01T00:00:00.000Z',
  nodes: titles.map((title, at) => ({
    id: id(at),
    type: 'content',
    key: `8${at}`,
    title,
    status: 'current',
    completeness: 'complete',
    space: { key: `S${at}`, name: title },
    position: { x: 240 * (at % 4), y: 200 * Math.floor(at / 4) },
  })),
  edges: titles.slice(1).map((_title, at) => ({
    id: `depends-on|${id(0)}|${id(at + 1)}`,
    relation: 'depends-on',
    source: id(0),
    target: id(at + 1),
  })),
  stats: { nodes: titles.length, edges: titles.length - 1, calls: 0 },
  failures: [],
  completeness: [],
})

async function openLetters(page: Page, address: string, file: string): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page)
  await page.goto(address)
  await explorer.openDemo()
  const site = (await page.locator('.status-bar__site').textContent()) ?? ''
  await writeFile(file, JSON.stringify(letters(site)))
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByLabel('Workspace file').setInputFiles(file)
  await expect(explorer.status).toContainText(`${titles.length} nodes`)
  return explorer
}

/** Where text is written, from its first to its last letter. */
const written = (text: Locator) =>
  text.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const { left, top, width } = range.getBoundingClientRect()
    return { left, top, width }
  })

/** What is wider than the room that it has. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.panel, .dialog, .list-popup, .name-picker, .menu, .notice, html',
      ),
    ]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.className || one.tagName),
  )

test('letters as people type them find the titles that are written with others', async ({
  page,
  host,
}, info) => {
  const explorer = await openLetters(page, host.address, info.outputPath('letters.json'))
  for (const [typed, title] of typedFor) {
    await test.step(`${typed} finds ${title} by Find, in the palette, and in the filter`, async () => {
      await page.keyboard.press('Control+f')
      await page.keyboard.type(typed)
      await expect(page.getByRole('option', { name: title }).first()).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText(title)
      await page.keyboard.press('Control+k')
      await page.keyboard.type(typed)
      await expect(page.getByRole('option', { name: title }).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Filter' }).click()
      await page.getByLabel('Words in the title').fill(typed)
      await expect(page.getByText(`1 of ${titles.length} nodes`).first()).toBeVisible()
      await page.getByLabel('Words in the title').fill('')
      const spaces = page.getByRole('group', { name: 'Spaces' })
      await spaces.getByRole('textbox').fill(typed)
      await expect(spaces.getByRole('checkbox')).toHaveCount(1)
      await expect(spaces.getByRole('checkbox', { name: title })).toBeVisible()
      await spaces.getByRole('textbox').fill('')
    })
  }
})

test('titles of any letters turn no sentence round, and are wrapped', async ({
  page,
  host,
}, info) => {
  const explorer = await openLetters(page, host.address, info.outputPath('letters.json'))

  await test.step('a title that ends in a mark that turns leaves the question as it is', async () => {
    await explorer.find('Beta')
    await explorer.details.getByRole('button', { name: 'depends-on' }).click()
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('button', { name: /^Delete/ })
      .click()
    const sentence = page
      .getByRole('dialog', { name: 'Delete this relation?' })
      .locator('.sentence')
    const parts = await Promise.all(
      [
        sentence.locator('strong').first(),
        sentence.locator('.tag'),
        sentence.locator('strong').last(),
      ].map(written),
    )
    expect(parts[0]?.left).toBeLessThan(parts[1]?.left ?? 0)
    expect(parts[1]?.left).toBeLessThan(parts[2]?.left ?? 0)
    await page.getByRole('button', { name: 'Keep it' }).click()
  })

  for (const title of [unbroken, dense, hebrew]) {
    await test.step(`${title.slice(0, 12)}… has room on each panel`, async () => {
      await page.keyboard.press('Control+f')
      await page.keyboard.type(title.slice(0, 40))
      await expect(page.getByRole('option').first()).toContainText(title)
      expect(await tooWide(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect(explorer.details.getByRole('heading', { level: 2 })).toHaveText(title)
      expect(await tooWide(page)).toEqual([])
      await page.keyboard.press('m')
      expect(await tooWide(page)).toEqual([])
      await page.keyboard.press('Escape')
    })
  }
})
