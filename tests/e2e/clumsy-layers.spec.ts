/** Every dialog and menu, opened, left and closed as a hurried hand does it: pressed twice, Escape twice. */
import { expect, type Locator, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

type Opener = {
  readonly name: string
  /** What is pressed; where it stands in a menu, that menu is opened first. */
  readonly button: (page: Page) => Locator
  readonly before?: (page: Page, explorer: ExplorerPage) => Promise<void>
}

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

const item = (name: string | RegExp) => (page: Page) => page.getByRole('menuitem', { name })

const menuOf =
  (opener: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await button(opener)(page).click()
    await page.getByRole('menu').waitFor()
  }

async function menuOfNode(page: Page, explorer: ExplorerPage): Promise<void> {
  await explorer.graph.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menu').waitFor()
}

const dialogs: readonly Opener[] = [
  { name: 'Workspace', button: button('Workspace') },
  { name: 'History', button: button('History') },
  { name: 'Export', button: button('Export…') },
  { name: 'Snapshots', button: button('Keep as a snapshot…') },
  { name: 'Map spaces', button: button('Map spaces…') },
  { name: 'Relation names', button: button('Relation names…') },
  { name: 'Calls to Confluence', button: button(/calls? made$/) },
  { name: 'Keys', button: button('Help') },
  { name: 'Check this site', button: item('Check this site…'), before: menuOf(/^Site:/) },
  { name: 'Connect', button: item(/^Connect to…/), before: menuOfNode },
  { name: 'Expand', button: item('Expand by…'), before: menuOfNode },
  { name: 'Probe relation names', button: item('Probe relation names…'), before: menuOfNode },
]

const menus: readonly Opener[] = [
  { name: 'of the site', button: button(/^Site:/) },
  { name: 'of layouts', button: button(/^Layout:/) },
]

test('a hurried hand opens and closes each dialog, and nothing below it', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.crawlOneStep('Architecture overview')
  for (const { name, button, before } of dialogs) {
    await test.step(name, async () => {
      const dialog = page.getByRole('dialog', { name })
      const close = dialog.getByRole('button', { name: /^(Close|Cancel)$/ }).first()
      for (const leave of ['Escape', 'press'] as const) {
        await before?.(page, explorer)
        const status = await explorer.statusOfGraph()
        await button(page).dblclick()
        await expect(dialog).toBeVisible()
        if (leave === 'press') await close.dblclick()
        else for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
        await expect(page.getByRole('dialog')).toHaveCount(0)
        await expect(page.getByRole('menu')).toHaveCount(0)
        expect(await explorer.statusOfGraph()).toBe(status)
        await expect(page.locator('body')).not.toBeFocused()
      }
    })
  }
  for (const { name, button } of menus) {
    await test.step(`the menu ${name}`, async () => {
      const status = await explorer.statusOfGraph()
      // The second press of two is for what was there before the menu opened.
      await button(page).dblclick()
      await expect(page.getByRole('menu')).toHaveCount(1)
      for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
      await expect(page.getByRole('menu')).toHaveCount(0)
      expect(await explorer.statusOfGraph()).toBe(status)
      await expect(page.locator('body')).not.toBeFocused()
    })
  }
})
