/**
 * `npm start`: builds, then starts the Electron shell where its binary is there or can be had, else
 * the loopback shell. Says which it took, and why. Plain JavaScript, since it runs before anything
 * is built.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { electronFolder, presentElectron } from './find-electron.mjs'
import { whyNotElectron } from './why-not-electron.mjs'

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
/** A download that does not come must not keep people from starting. */
const fetchPatience = 90_000
/** An Electron that ends with an error sooner than this never showed its window. */
const startPatience = 15_000

const args = process.argv.slice(2)
const ours = ['--browser', '--watch']
const theirs = args.filter((arg) => !ours.includes(arg))

/** @returns {{ binary: string } | { why: string }} */
function electronOrWhy() {
  const present = presentElectron()
  const why = whyNotElectron({
    wantsBrowser: args.includes('--browser'),
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    nodeVersion: process.versions.node,
    isInstalled: present !== null,
  })
  if (why !== null) return { why }
  if (present !== null) return { binary: present }
  const folder = electronFolder()
  if (folder === null) return { why: 'Electron is not installed' }
  console.log('Fetching Electron…')
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    timeout: fetchPatience,
    stdio: 'ignore',
  })
  const fetched = presentElectron()
  return fetched === null ? { why: 'Electron could not be fetched' } : { binary: fetched }
}

const builder = () =>
  join(dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js')

function build() {
  console.log('Building…')
  const done = spawnSync(process.execPath, [builder(), 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status === 0) return
  console.error(`${done.stdout}${done.stderr}`)
  console.error('The build failed; the lines above say where.')
  process.exit(1)
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {(code: number | null) => void} onEnd null where the program was ended by a signal, or never began
 */
function run(command, words, onEnd) {
  const child = spawn(command, words, { stdio: 'inherit', cwd: root })
  const pass = (/** @type {NodeJS.Signals} */ signal) =>
    // One that never began has no number, and a signal to none goes to everybody.
    void (child.pid !== undefined && child.kill(signal))
  process.on('SIGINT', pass).on('SIGTERM', pass)
  const end = (/** @type {number | null} */ code) => {
    process.off('SIGINT', pass).off('SIGTERM', pass)
    onEnd(code)
  }
  child.once('error', () => end(null)).once('exit', end)
}

/** @param {string} why */
function startLoopback(why) {
  console.log(`Starting in your browser, since ${why}.`)
  run(process.execPath, [join('out', 'main', 'loopback.js'), ...theirs], (code) =>
    process.exit(code ?? 0),
  )
}

/** @param {string} binary */
function startElectron(binary) {
  console.log('Starting in an Electron window, since Electron is installed.')
  const began = Date.now()
  let stopped = false
  const stop = () => (stopped = true)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  run(binary, ['.', ...theirs], (code) => {
    if (stopped || code === 0 || Date.now() - began > startPatience) process.exit(code ?? 0)
    startLoopback('Electron could not open its window here')
  })
}

build()
if (args.includes('--watch')) {
  // The page is read from disk each time it is loaded, so reloading it shows the change.
  spawn(process.execPath, [builder(), 'build', '--watch', '--logLevel', 'warn'], {
    stdio: 'inherit',
    cwd: root,
  })
}
const choice = electronOrWhy()
if ('binary' in choice) startElectron(choice.binary)
else startLoopback(choice.why)
