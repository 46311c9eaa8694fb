import { expect, type Page } from '@playwright/test'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** Things to press or type in that are cut off at the side of the window, or lie outside it. */
const outOfReach = (page: Page) =>
  page.evaluate(() => {
    const inScroll = (element: Element) => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (/auto|scroll/.test(overflowX + overflowY)) return true
      }
      return false
    }
    return [...document.querySelectorAll('button, input, select, a[href], [role="tab"]')].flatMap(
      (element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect()
        const isShown = element.checkVisibility({ visibilityProperty: true }) && width > 1
        const scrolls = document.documentElement.scrollHeight > innerHeight
        const isIn =
          left >= -1 &&
          right <= innerWidth + 1 &&
          (scrolls || (top >= -1 && bottom <= innerHeight + 1))
        return !isShown || isIn || inScroll(element)
          ? []
          : [`${element.textContent || element.getAttribute('aria-label')}: ${left} to ${right}`]
      },
    )
  })

/** A zoom of 200 % leaves half of the window's width and height. */
test('at 200 % everything is within reach', async ({ page, host }) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await page.setViewportSize({ width: 640, height: 400 })
  expect(await outOfReach(page)).toEqual([])
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByLabel('Node limit').fill('20')
  await explorer.crawl()
  expect(await outOfReach(page)).toEqual([])
  for (const name of ['Workspace', 'History', 'Export…']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await outOfReach(page), name).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('reduced motion is respected: nothing is animated', async ({ page, host }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.chooseStart('Ingest pipeline')
  await page.getByRole('button', { name: 'Start crawl' }).click()
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0)
        .map((one) => ('animationName' in one ? one.animationName : 'transition')),
    )
  expect(await moving()).toEqual([])
  await explorer.crawlEnds()
  await page.getByRole('button', { name: 'Workspace' }).click()
  expect(await moving()).toEqual([])
})

test('with forced colours, focus and what is chosen are still seen', async ({ page, host }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const outline = (name: string) =>
    page
      .getByRole('button', { name, exact: true })
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  await page.getByRole('button', { name: 'History' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  expect(await outline('History')).toBe('solid')
  const colours = (name: string) =>
    page
      .getByRole('button', { name, exact: true })
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await colours('Both')).not.toBe(await colours('Outgoing'))
})
