/**
 * A Chromium for the browser tests: one that is there, else Playwright's own, else Debian's. What
 * cannot be had is said in one clear error.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const installer = createRequire(import.meta.url).resolve('@playwright/test/cli')
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @param {string} path */
const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns {string | null} */
export function presentBrowser() {
  const given = process.env['RELATION_EXPLORER_BROWSER']
  if (given !== undefined && isRunnable(given)) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isRunnable)
    if (path !== undefined) return path
  }
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/** @param {string} command @param {string[]} args */
const attempt = (command, args) =>
  spawnSync(command, args, {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** @returns {string} the path of a browser, installing one where there is none */
export function getBrowser() {
  const present = presentBrowser()
  if (present !== null) return present
  console.log('No Chromium here. Trying Playwright’s…')
  if (attempt(process.execPath, [installer, 'install', 'chromium'])) {
    const fetched = presentBrowser()
    if (fetched !== null) return fetched
  }
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('Trying Debian’s…')
    attempt('apt-get', ['update'])
    attempt('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
    ])
    const installed = presentBrowser()
    if (installed !== null) return installed
  }
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. ' +
      'Install chromium or Google Chrome, or set RELATION_EXPLORER_BROWSER to its path.',
  )
}
