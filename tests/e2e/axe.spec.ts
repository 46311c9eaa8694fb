import axe from 'axe-core'
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

/** What is wrong with the screen as it is, in words. Axe came with the page. */
const violationsOf = (page: Page, what: { tags: readonly string[] } | { rule: string }) =>
  page.evaluate(
    async ([runOnly, excepted]) => {
      const inPage = (window as unknown as { axe: typeof axe }).axe
      const { violations } = await inPage.run({ runOnly, resultTypes: ['violations'] })
      return violations.flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ target }) => {
            const element = document.querySelector(String(target[0]))
            return !excepted.some((one) => one.rule === id && element?.matches(one.selector))
          })
          .map(
            ({ html, failureSummary }) =>
              `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
          ),
      )
    },
    [
      'rule' in what
        ? { type: 'rule' as const, values: [what.rule] }
        : { type: 'tag' as const, values: [...what.tags] },
      exceptions,
    ] as const,
  )

for (const { width, height, first, then } of [
  // Themes differ in nothing but colours, and colours are the same in a small window.
  { width: 1280, height: 800, first: 'light', then: 'dark' },
  { width: 900, height: 600, first: 'dark', then: null },
] as const) {
  test(`axe finds nothing on any screen, ${then === null ? first : 'in either theme'}, ${width} px wide`, async ({
    page,
    host,
    dataDir,
  }) => {
    test.setTimeout(400_000)
    const show = (colorScheme: 'light' | 'dark') =>
      page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await page.addInitScript({ content: axe.source })
    await show(first)
    const seen: string[] = []
    await seeEveryScreen(page, { host, dataDir }, async (name) => {
      seen.push(name)
      expect.soft(await violationsOf(page, { tags: rules }), name).toEqual([])
      if (then === null) return
      await show(then)
      const colours = await violationsOf(page, { rule: 'color-contrast' })
      expect.soft(colours, `${name}, ${then}`).toEqual([])
      await show(first)
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
