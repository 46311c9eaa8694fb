import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import type { PageName } from './build-pages'

export const windowSize = { width: 1280, height: 800 } as const

export type OpenPage = { readonly page: Page; readonly devtools: CDPSession }

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // WebGL without a graphics card, for sigma.js; timers must run in time.
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-timer-throttling'],
  })

/** A page of its own for each measurement, so that none inherits another's memory. */
export async function withPage<T>(
  browser: Browser,
  address: string,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: windowSize, colorScheme: 'light' })
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`${address}: ${error.message}`))
    await page.goto(address)
    await page.waitForFunction(() => 'bench' in window || 'exportPng' in window)
    return await work({ page, devtools: await context.newCDPSession(page) })
  } finally {
    await context.close()
  }
}

export const addressOf = (origin: string, name: PageName, query = ''): string =>
  `${origin}/${name}.html${query}`
