import { defineConfig } from '@playwright/test'
import { getBrowser } from './tests/browser/find-browser.mjs'
import { presentElectron } from './electron/start/find-electron.mjs'

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const isRoot = process.getuid?.() === 0
/** Up to a tenth of all work, so only where a failure cannot simply be run again, or where it is asked for. */
const isTraced = process.env['CI'] !== undefined || process.env['TRACE'] === '1'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // A host, a demo site and a browser each: two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    actionTimeout: 20_000,
    // What is awaited is the outcome; a test of motion itself asks for it.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: isTraced
      ? // The page at each act is in it; a film of it would take a core of its own to draw.
        { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true }
      : 'off',
    launchOptions: {
      executablePath: getBrowser(),
      args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  projects: [
    { name: 'loopback', testIgnore: /electron\.spec/ },
    ...(presentElectron() === null ? [] : [{ name: 'electron', testMatch: /electron\.spec/ }]),
  ],
})
