/**
 * `npm run check`: every check, as many at a time as there are cores, each with its words kept
 * together. The longest go first, and format, which has one thread, beside those that have more.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** @type {readonly (readonly [name: string, script: string])[]} */
const checks = [
  ['format', 'check:format'],
  ['lint', 'check:lint'],
  ['types', 'check:types'],
  ['rooms', 'check:rooms'],
  ['unused', 'check:unused'],
]

/** @param {string} script @returns {Promise<{ ok: boolean, words: string }>} */
const run = (script) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    const hear = (/** @type {Buffer} */ chunk) => {
      words += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => resolve({ ok: false, words: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, words }))
  })

const left = [...checks]
async function work() {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const [name, script] = next
    const began = performance.now()
    const { ok, words } = await run(script)
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s`)
    if (ok) continue
    console.log(words)
    process.exitCode = 1
  }
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
