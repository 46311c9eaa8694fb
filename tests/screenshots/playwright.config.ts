import { defineConfig } from '@playwright/test'
import base from '../../playwright.config'

/** `npm run screenshots`: pictures for docs/screenshots, taken of the built program. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  testMatch: 'take.ts',
  workers: 1,
  timeout: 240_000,
  reporter: [['list']],
  projects: [{ name: 'screenshots' }],
})
