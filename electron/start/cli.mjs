/**
 * `npm run cli`: builds when what is built is older than the sources, then runs the command line.
 * Nothing but data goes to standard output.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const built = join(root, 'out/main/cli.js')

/** @param {string} folder @returns {number} when the newest file in it was written */
const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (last, entry) => Math.max(last, statSync(join(entry.parentPath, entry.name)).mtimeMs),
      0,
    )

function isBuilt() {
  try {
    const at = statSync(built).mtimeMs
    return ['electron', 'src/shared'].every((folder) => newest(join(root, folder)) <= at)
  } catch {
    return false
  }
}

if (!isBuilt()) {
  process.stderr.write('Building…\n')
  const builder = join(
    dirname(require.resolve('electron-vite/package.json')),
    'bin/electron-vite.js',
  )
  const done = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    process.stderr.write(
      `${done.stdout}${done.stderr}\nThe build failed; the lines above say where.\n`,
    )
    process.exit(1)
  }
}
const child = spawn(process.execPath, [built, ...process.argv.slice(2)], { stdio: 'inherit' })
// A terminal sends Ctrl+C to both, `kill` to this one alone: the other takes two at a time for one.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.pid !== undefined && child.kill(signal))
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
