import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { seeEveryScreen } from './every-screen'
import { ExplorerPage } from './explorer-page'
import { test } from './host'

/** WCAG A and AA of all versions, and what axe holds for good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Where a rule is wrong, and why. Nothing else is let through. */
const exceptions: readonly { rule: string; selector: string; why: string }[] = [
  {
    rule: 'region',
    selector: '.pane-line',
    why: 'A line that sizes two landmarks stands between them, in neither.',
  },
  {
    rule: 'aria-hidden-focus',
    selector: '[data-base-ui-focus-guard]',
    why: 'The guards pass the focus on at once; it never rests on one.',
  },
  {
    rule: 'aria-hidden-focus',
    selector: 'body:has(.list-popup[data-open]) *',
    why: 'What is round an open list is hidden until it closes; the keyboard cannot get there without closing it, as the last test here sees.',
  },
  {
    rule: 'target-size',
    selector: 'body:has(.notice, .name-picker) .zoom-controls *',
    why: 'What lies over them for a while is closed by Escape.',
  },
  {
    rule: 'page-has-heading-one',
    selector: 'html:has(.list-popup[data-open])',
    why: 'The same: the heading is there, hidden until the list closes.',
  },
  {
    rule: 'region',
    selector: '.list-popup, .list-popup *, .menu, .menu *',
    why: 'A list or menu belongs to what it hangs on, which is in a landmark.',
  },
]

/** What is wrong with the screen as it is, in words. */
async function violationsOf(
  page: Page,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  const { violations } = await choose(
    // Options first: what is chosen after is added to them.
    new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }),
  ).analyze()
  const found: string[] = []
  for (const { id, help, nodes } of violations) {
    for (const { target, html, failureSummary } of nodes) {
      if (await isException(page, id, String(target[0]))) continue
      found.push(`${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`)
    }
  }
  return found
}

const isException = (page: Page, rule: string, target: string): Promise<boolean> =>
  page.evaluate(
    ([at, selectors]) => {
      const element = document.querySelector(at)
      return selectors.some((selector) => element?.matches(selector) === true)
    },
    [
      target,
      exceptions.filter((one) => one.rule === rule).map(({ selector }) => selector),
    ] as const,
  )

for (const [width, height] of [
  [1280, 800],
  [900, 600],
] as const) {
  test(`axe finds nothing on any screen, in either theme, ${width} px wide`, async ({
    page,
    host,
    dataDir,
  }) => {
    test.setTimeout(400_000)
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const seen: string[] = []
    await seeEveryScreen(page, { host, dataDir }, async (name) => {
      seen.push(name)
      expect.soft(await violationsOf(page, (axe) => axe.withTags(rules)), name).toEqual([])
      // Themes differ in nothing but colours.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      const dark = await violationsOf(page, (axe) => axe.withRules(['color-contrast']))
      expect.soft(dark, `${name}, dark`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    })
    expect(seen.length).toBeGreaterThan(35)
  })
}

test('leaving a list by keyboard closes it, and nothing round it stays hidden', async ({
  page,
  host,
}) => {
  const explorer = new ExplorerPage(page)
  await page.goto(host.address)
  await explorer.openDemo()
  await explorer.start.fill('Ingest')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('option')).toHaveCount(0)
  expect(
    await page.evaluate(() => document.activeElement?.closest('[aria-hidden="true"]') ?? null),
  ).toBe(null)
})
