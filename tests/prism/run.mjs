/**
 * `npm run test:prism`: an independent mock of our OpenAPI file, which also checks each request
 * against it. Not in the default run, since it is fetched when it is wanted.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
/** The last that runs on Node 20. */
const prism = '@stoplight/prism-cli@5.12.0'
const port = 43_210
const origin = `http://127.0.0.1:${port}`

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(root, 'src/shared') } },
  build: { ssr: 'tests/prism/drive.ts', outDir: 'out/prism', emptyOutDir: true },
})
/** @type {typeof import('./drive.ts')} */
const { drive } = await import(join(root, 'out/prism/drive.js'))

const file = join(root, 'resources/confluence-api.openapi.yaml')
const words = ['--yes', prism, 'mock', '--errors', '-h', '127.0.0.1', '-p', String(port), file]
const mock = spawn('npx', words, { stdio: ['ignore', 'ignore', 'inherit'], detached: true })
try {
  await untilListening(120)
  const results = await drive(origin)
  for (const { name, result } of results) console.log(`${name}: ${result}`)
  const failed = results.filter(({ result }) => result !== 'passed').length
  console.log(`${results.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} finally {
  // The whole group: npx starts the mock as a child of its own.
  if (mock.pid !== undefined) process.kill(-mock.pid)
}

/** @param {number} seconds */
async function untilListening(seconds) {
  for (let left = seconds; left > 0; left -= 1) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      return
    await wait(1000)
  }
  throw new Error('Prism did not start.')
}
