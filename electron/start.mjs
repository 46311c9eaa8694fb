/**
 * `npm start`: the Electron shell where its binary is there or can be had, else the loopback
 * shell. Says which it took, and why. Plain JavaScript, since it runs before anything is built.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
/** A download that does not come must not keep people from starting. */
const patience = 90_000
const args = process.argv.slice(2)
const wantsBrowser = args.includes('--browser')
const rest = args.filter((arg) => arg !== '--browser')

/** @returns {string | null} the path of Electron's binary, where it is installed */
function installedElectron() {
  try {
    const folder = dirname(require.resolve('electron/package.json'))
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    const binary = join(folder, 'dist', name)
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** @returns {{ binary: string } | { why: string }} */
function electronOrWhy() {
  if (wantsBrowser) return { why: 'you asked for the browser' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { why: 'there is no display for an Electron window' }
  }
  const there = installedElectron()
  if (there !== null) return { binary: there }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 12)) {
    return { why: `fetching Electron needs Node 22.12, and this is ${process.versions.node}` }
  }
  console.log('Fetching Electron…')
  const installer = require.resolve('electron/install.js')
  spawnSync(process.execPath, [installer], { timeout: patience, stdio: 'ignore' })
  const fetched = installedElectron()
  return fetched === null ? { why: 'Electron could not be fetched' } : { binary: fetched }
}

function build() {
  console.log('Building…')
  const cli = join(
    dirname(require.resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  )
  const done = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status === 0) return
  console.error(done.stdout + done.stderr)
  console.error('The build failed; the lines above say where.')
  process.exit(1)
}

/** @param {string} command @param {string[]} words */
function run(command, words) {
  const child = spawn(command, words, { stdio: 'inherit', cwd: root })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code) => process.exit(code ?? 0))
}

build()
const choice = electronOrWhy()
if ('binary' in choice) {
  console.log('Starting in an Electron window.')
  run(choice.binary, ['.', ...rest])
} else {
  console.log(`Starting for your browser, since ${choice.why}.`)
  run(process.execPath, [join('out', 'main', 'loopback.js'), ...rest])
}
