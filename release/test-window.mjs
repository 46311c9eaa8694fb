/**
 * `npm run test:window`: the Electron tests, in a real window. Fails where Electron's binary cannot
 * be had, since a test that was skipped proves nothing. On Linux without a display it takes xvfb.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { electronFolder, presentElectron } from '../electron/start/find-electron.mjs'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '..')

/** @param {string} command @param {string[]} words */
const run = (command, words) =>
  spawnSync(command, words, { cwd: root, stdio: 'inherit' }).status === 0

const folder = electronFolder()
if (presentElectron() === null && folder !== null) {
  run(process.execPath, [join(folder, 'install.js')])
}
if (presentElectron() === null) {
  console.error('Electron’s binary is not here and could not be fetched.')
  process.exit(1)
}
const builder = join(dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js')
if (!run(process.execPath, [builder, 'build', '--logLevel', 'warn'])) process.exit(1)
const playwright = [
  process.execPath,
  join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js'),
  ...['test', '--project', 'electron'],
]
const hasDisplay =
  process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
const [command = '', ...words] = hasDisplay
  ? playwright
  : ['xvfb-run', '--auto-servernum', ...playwright]
process.exit(run(command, words) ? 0 : 1)
