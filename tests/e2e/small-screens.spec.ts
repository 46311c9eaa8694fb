import { expect, type Page } from '@playwright/test'
import { seeEveryScreen } from './every-screen'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** What a person would have to scroll sideways for, other than the graph, tables and lines of code. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const isOwn = (element: Element) =>
      element.closest('.outline__scroll, .wire__scroll, .canvas-frame, pre') !== null
    const wide = [...document.querySelectorAll<HTMLElement>('body, body *')].filter((one) => {
      if (isOwn(one) || !one.checkVisibility({ visibilityProperty: true })) return false
      const { left, right, width } = one.getBoundingClientRect()
      return (
        width > 1 &&
        one.closest('.visually-hidden') === null &&
        (right > innerWidth + 1 || left < -1)
      )
    })
    return wide.map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`)
  })

/** Parts of the screen that lie over each other. */
const overlaps = (page: Page) =>
  page.evaluate(() => {
    const boxes = ['.top-bar', '.left-panel', '.stage', '.right-column', '.status-bar'].flatMap(
      (selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        return box === undefined ? [] : [{ selector, top: box.top, bottom: box.bottom }]
      },
    )
    return boxes.slice(1).flatMap((one, at) => {
      const above = boxes[at]
      return above !== undefined && one.top < above.bottom - 1
        ? [`${one.selector} over ${above.selector}`]
        : []
    })
  })

/** A window of 320 px is what a zoom of 400 % leaves of 1280. */
test('at 400 % every screen is one column', async ({ page, host, dataDir }) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 320, height: 640 })
  const seen: string[] = []
  await seeEveryScreen(page, { host, dataDir }, async (name) => {
    seen.push(name)
    expect.soft(await sideways(page), name).toEqual([])
    expect.soft(await overlaps(page), name).toEqual([])
  })
  expect(seen.length).toBeGreaterThan(35)
})

test('a window that was narrow is laid out as before when it is wide again', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  const widths = () =>
    page.evaluate(() =>
      ['.left-panel', '.stage', '.right-column'].map((selector) =>
        Math.round(document.querySelector(selector)?.getBoundingClientRect().width ?? 0),
      ),
    )
  const before = await widths()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(widths).toEqual([320, 320, 320])
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(widths).toEqual(before)
})
