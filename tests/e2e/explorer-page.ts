import { expect, type Locator, type Page } from '@playwright/test'

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The explorer as a person sees it: what can be typed, pressed and read. */
export class ExplorerPage {
  readonly page: Page
  readonly start: Locator
  readonly graph: Locator
  readonly details: Locator
  readonly status: Locator
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.start = page.getByRole('combobox', { name: 'Start from' })
    this.graph = page.getByRole('application')
    this.details = page.getByRole('complementary', { name: 'Details' })
    this.status = page.getByRole('contentinfo', { name: 'Status' })
    this.notices = page.locator('.notices')
  }

  async openDemo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Explore the demo site' }).click()
    await this.isOpen()
  }

  /** Back to the first screen. */
  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: /^Site: / }).click()
    await this.page.getByRole('menuitem', { name: 'All sites…' }).click()
    await expect(this.page.getByRole('main', { name: 'Welcome' })).toBeVisible()
  }

  /** The explorer is there, with a start that was chosen before or without. */
  async isOpen(): Promise<void> {
    const another = this.page.getByRole('button', { name: 'Choose another start' })
    await expect(this.start.or(another)).toBeVisible()
  }

  /** What the server says counts, not what a workspace kept. */
  async startEmpty(): Promise<void> {
    await this.page.getByRole('button', { name: 'Workspace' }).click()
    await this.page.getByRole('button', { name: 'Start empty' }).click()
    await expect(this.status).toContainText('0 nodes')
    await expect(this.start).toBeVisible()
  }

  /** Types into the start box and takes the first answer that holds the text. */
  async chooseStart(text: string): Promise<void> {
    const another = this.page.getByRole('button', { name: 'Choose another start' })
    if (await another.isVisible()) await another.click()
    await this.start.fill(text)
    await this.page.getByRole('option', { name: text }).first().click()
    await expect(this.page.getByRole('button', { name: 'Choose another start' })).toBeVisible()
  }

  async follow(...names: string[]): Promise<void> {
    const input = this.page.getByRole('combobox', { name: 'Relations to follow' })
    for (const remove of await this.page.getByRole('button', { name: /^Do not follow/ }).all()) {
      await remove.click()
    }
    for (const name of names) {
      await input.fill(name)
      await this.page.getByRole('option', { name }).first().click()
    }
    await input.press('Escape')
  }

  async crawl(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start crawl' }).click()
    await this.crawlEnds()
  }

  async crawlEnds(): Promise<void> {
    const progress = this.page.getByRole('region', { name: 'Crawl progress' })
    await expect(progress.getByRole('status')).toHaveText(/node/, { timeout: 60_000 })
    await expect(this.page.getByRole('button', { name: /^Arranging/ })).toHaveCount(0)
  }

  /** Maps these spaces of the site, by their keys, to the end. */
  async mapSpaces(...keys: string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Map spaces…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Map spaces' })
    for (const key of keys) {
      await dialog.getByRole('textbox', { name: 'Find a space' }).fill(key)
      await dialog.getByRole('checkbox', { name: new RegExp(`\\b${key}$`) }).check()
    }
    await dialog.getByRole('button', { name: 'Start map' }).click()
    const progress = this.page.getByRole('region', { name: 'Map progress' })
    await expect(progress.getByRole('status')).toContainText(/[\d,]+ pages, [\d,]+ relations/, {
      timeout: 120_000,
    })
    await expect(this.page.getByRole('button', { name: /^Arranging/ })).toHaveCount(0)
  }

  /** One page with what is a step away from it, and that page selected. */
  async crawlOneStep(title: string): Promise<void> {
    await this.chooseStart(title)
    await this.follow('depends-on')
    await this.page.getByRole('textbox', { name: 'Depth' }).fill('1')
    await this.crawl()
    await this.find(title)
    await expect(this.status).toContainText('1 selected')
  }

  /** What the status bar says of the graph; a look-up counts its calls there, too. */
  async statusOfGraph(): Promise<string> {
    return (await this.status.innerText()).replace(/[\d,]+ calls? made/, '')
  }

  async nodeCount(): Promise<number> {
    return Number.parseInt((await this.status.getByText(/nodes?$/).textContent()) ?? '', 10)
  }

  /** Goes to a drawn node by its title; gives the middle of it on the screen. */
  async find(title: string): Promise<{ x: number; y: number; radius: number }> {
    const box = this.page.getByRole('combobox', { name: 'Find in the graph' })
    await box.fill(title)
    await this.page.getByRole('option', { name: title }).first().click()
    await expect(this.details.getByRole('heading', { level: 2 })).toContainText(title)
    const ring = this.page.locator('.focus-ring')
    await expect(ring).toBeVisible()
    const at = await this.restOf(ring)
    return {
      x: at.x + at.width / 2,
      y: at.y + at.height / 2,
      radius: Math.max(at.width, at.height) / 2 - 6,
    }
  }

  /** Where something drawn comes to rest: its place when it stands still for three frames. */
  async restOf(drawn: Locator): Promise<Box> {
    return drawn.evaluate(async (element) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      let last = element.getBoundingClientRect()
      for (let still = 0; still < 3;) {
        await frame()
        const now = element.getBoundingClientRect()
        still = now.x === last.x && now.y === last.y && now.width === last.width ? still + 1 : 0
        last = now
      }
      return { x: last.x, y: last.y, width: last.width, height: last.height }
    })
  }

  /** Until nothing on the page is being animated, so that a look at it sees its end. */
  async animationsEnd(): Promise<void> {
    await this.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
          .map((animation) => animation.finished),
      ).then(() => undefined),
    )
  }

  /** How each relation reads, by what is listed of them. */
  async relationNames(heading: 'Outgoing' | 'Incoming'): Promise<string[]> {
    return this.details
      .getByRole('region', { name: `${heading} relations` })
      .locator('.relation-group')
      .evaluateAll((groups) =>
        groups.flatMap((group) =>
          Array.from(
            group.querySelectorAll('li'),
            () => group.querySelector('.tag')?.textContent ?? '',
          ),
        ),
      )
  }
}
