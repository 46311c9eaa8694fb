import { expect, type Locator, type Page } from '@playwright/test'

type Role = Parameters<Page['getByRole']>[0]

/** A person who has a keyboard and ears: nothing is pointed at, and nothing is looked up first. */
export class KeyboardPerson {
  readonly page: Page
  /** What the keyboard is on. */
  readonly here: Locator
  /** What the program said. */
  readonly heard: Locator

  constructor(page: Page) {
    this.page = page
    this.here = page.locator(':focus')
    this.heard = page.getByRole('log', { name: 'What happened' })
  }

  /** From here on any use of a pointer is noted. Before the page is opened. */
  async putMouseAway(): Promise<void> {
    await this.page.addInitScript(() => {
      const note = () => document.documentElement.setAttribute('data-pointed', '')
      for (const kind of ['pointerdown', 'mousedown', 'wheel']) {
        window.addEventListener(kind, note, { capture: true })
      }
    })
  }

  async neverPointed(): Promise<void> {
    await expect(this.page.locator('html')).not.toHaveAttribute('data-pointed')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      // Tab may lead out of the page; whatever else is pressed, the keyboard is on something.
      if (key !== 'Tab') await expect(this.page.locator('body')).not.toBeFocused()
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async hears(words: string | RegExp): Promise<void> {
    await expect(this.heard).toContainText(words, { timeout: 60_000 })
  }

  /** Tabs, at most so often, until the keyboard is on it. */
  async tabTo(role: Role, name: string | RegExp, most = 60): Promise<void> {
    const wanted = this.page.getByRole(role, { name }).and(this.here)
    for (let step = 0; step < most; step += 1) {
      if ((await wanted.count()) > 0) return
      await this.press('Tab')
    }
    throw new Error(`${most} times Tab did not lead to “${String(name)}”`)
  }

  /** Types into a list that opens, waits until it offers something, and takes the first. */
  async choose(text: string, offered: string | RegExp = text): Promise<void> {
    await this.type(text)
    const highlighted = this.page.locator('[role="option"][data-highlighted]')
    await expect(highlighted).toContainText(offered)
    await this.press('Enter')
  }

  /** Does something by its name in the palette. */
  async command(text: string, offered: string | RegExp): Promise<void> {
    await this.press('Control+k')
    await expect(this.here).toHaveAttribute('role', 'combobox')
    await this.choose(text, offered)
    await expect(this.page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
  }

  /** Goes to something by its title. */
  async find(title: string): Promise<void> {
    await this.press('Control+f')
    await this.choose(title)
    await this.isOnGraph()
    await this.hears(`Selected: ${title}, `)
  }

  async isOnGraph(): Promise<void> {
    await expect(this.here).toHaveAttribute('role', 'application')
  }
}
