import { type ChildProcess, spawn } from 'node:child_process'
import type { Page } from '@playwright/test'

export type Site = {
  readonly origin: string
  readonly email: string
  readonly token: string
  readonly oauthClient: { readonly id: string; readonly secret: string }
}

/** A demo site of its own, started from the command line as a person would. */
export const startSite = (...traps: string[]) =>
  startSiteWith(traps.flatMap((trap) => ['--trap', trap]))

/** The same with any options. */
export async function startSiteWith(
  words: readonly string[],
): Promise<{ site: Site; stop: () => void }> {
  const child = spawn(process.execPath, ['out/main/cli.js', 'demo-site', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const site = JSON.parse(await firstLine(child)) as Site
  return { site, stop: () => child.kill('SIGTERM') }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text)
    })
    child.once('exit', () => reject(new Error('The demo site ended at its start')))
  })

/** Signs in on the first screen. */
export async function connect(page: Page, { origin, email }: Site, token: string) {
  await page.getByLabel('Site address').fill(origin)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('API token').fill(token)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}
