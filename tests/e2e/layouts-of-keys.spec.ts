import { type CDPSession, expect } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

type Press = { key: string; code: string; keyCode: number; ctrl?: boolean; shift?: boolean }

/** Presses a key as a keyboard with another alphabet sends it: its own letter at a Latin place. */
async function press(cdp: CDPSession, { key, code, keyCode, ctrl = false, shift = false }: Press) {
  const modifiers = (ctrl ? 2 : 0) + (shift ? 8 : 0)
  const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers }
  const typed = ctrl ? {} : { text: key }
  await cdp.send('Input.dispatchKeyEvent', {
    type: ctrl ? 'rawKeyDown' : 'keyDown',
    ...event,
    ...typed,
  })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}

const russian = {
  k: { key: 'л', code: 'KeyK', keyCode: 75 },
  f: { key: 'а', code: 'KeyF', keyCode: 70 },
  z: { key: 'я', code: 'KeyZ', keyCode: 90 },
  o: { key: 'щ', code: 'KeyO', keyCode: 79 },
  h: { key: 'р', code: 'KeyH', keyCode: 72 },
} as const

test('keys work by their place where the layout has no Latin letters', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await explorer.crawl()
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      ({ isTrusted, key, code }) => {
        document.documentElement.dataset['pressed'] = `${isTrusted} ${key} ${code}`
      },
      { capture: true },
    )
  })

  await explorer.graph.focus()
  await press(cdp, { ...russian.k, ctrl: true })
  await expect(page.locator('html')).toHaveAttribute('data-pressed', 'true л KeyK')
  await expect(page.getByRole('combobox', { name: 'Command, node or page' })).toBeFocused()
  await page.keyboard.press('Escape')

  await explorer.graph.focus()
  await press(cdp, { ...russian.f, ctrl: true })
  await expect(page.getByRole('combobox', { name: 'Find in the graph' })).toBeFocused()
  await page.keyboard.press('Escape')

  await explorer.graph.focus()
  await press(cdp, russian.o)
  await expect(page.getByRole('region', { name: 'Outline' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Outline', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await press(cdp, russian.o)
  await expect(page.getByRole('region', { name: 'Outline' })).toBeHidden()

  await explorer.find('Architecture overview')
  await explorer.graph.focus()
  await press(cdp, russian.h)
  await expect(explorer.status).toContainText('1 node hidden')
  await press(cdp, { ...russian.z, ctrl: true })
  await expect(explorer.status).not.toContainText('hidden')
})

test('a letter that is typed is text, whatever its layout', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const cdp = await page.context().newCDPSession(page)
  await explorer.start.focus()
  await press(cdp, russian.o)
  await expect(explorer.start).toHaveValue('щ')
  await expect(page.getByRole('region', { name: 'Outline' })).toBeHidden()
})
