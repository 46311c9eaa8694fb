/**
 * `npm test`: gets a browser, builds, runs the unit and contract tests and the browser tests, and
 * ends with what failed and one line that counts them all.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failedBrowserTests, failedUnitTests } from './failures.mjs'
import { getBrowser } from './browser/find-browser.mjs'
import { presentElectron } from '../electron/start/find-electron.mjs'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')

/** @param {string} name @param {string[]} args */
const run = (name, args) =>
  spawnSync(process.execPath, [join(root, 'node_modules', name), ...args], {
    cwd: root,
    stdio: 'inherit',
  }).status === 0

/** @param {string} file @returns {any} what a test runner wrote, or null where it wrote nothing */
function report(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'))
  } catch {
    return null
  }
}

function runUnit() {
  const ended = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  ])
  const told = report('unit.json')
  const counts = {
    passed: told?.numPassedTests ?? 0,
    failed: told?.numFailedTests ?? 0,
    skipped: (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0),
  }
  // A file that does not load counts no test, yet something failed.
  return { ...counts, failed: counts.failed === 0 && !ended ? 1 : counts.failed }
}

function runBrowser() {
  if (!run('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])) {
    console.error('The build failed, so the browser tests could not run.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  if (presentElectron() === null) {
    console.log(
      '\n*** SKIPPED: the Electron tests, since Electron’s binary is not installed here. ***\n',
    )
  }
  const ended = run('@playwright/test/cli.js', ['test'])
  if (!ended && process.env['CI'] === undefined && process.env['TRACE'] !== '1') {
    console.log(
      '\nTo see what the page did: TRACE=1 npx playwright test, with the file of the test.',
    )
  }
  const stats = report('e2e.json')?.stats
  const counts = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  }
  return { ...counts, failed: counts.failed === 0 && !ended ? 1 : counts.failed }
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
let setUp = 0
try {
  console.log(`Browser: ${getBrowser()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  setUp = 1
}
const unit = runUnit()
const browser = setUp === 0 ? runBrowser() : { passed: 0, failed: setUp, skipped: 0 }
const failures = [
  ...failedUnitTests(report('unit.json')),
  ...failedBrowserTests(report('e2e.json')),
]
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}\n`)
const passed = unit.passed + browser.passed
const failed = unit.failed + browser.failed + (unit.passed === 0 ? 1 : 0)
const skipped = unit.skipped + browser.skipped
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
