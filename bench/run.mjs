/**
 * `npm run bench`: measures in one run, prints a table and writes it to bench/RESULTS.md with the
 * machine and the versions. Nothing is asserted: machines differ, and are noisy.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(root, 'src/shared') } },
  build: { ssr: 'bench/crawl-bench.ts', outDir: 'out/bench', emptyOutDir: true },
})
/** @type {typeof import('./crawl-bench.ts')} */
const { crawlRow, overheadRow } = await import(join(root, 'out/bench/crawl-bench.js'))

/** @param {number} latency @returns {Promise<{ origin: string, stop: () => void }>} */
function serve(latency) {
  const child = spawn(process.execPath, [join(root, 'bench/server.mjs'), String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => {
    child.stdout.once('data', (line) =>
      resolve({ origin: String(line).trim(), stop: () => void child.kill() }),
    )
  })
}

const latency = 20
const rows = []
const late = await serve(latency)
for (const concurrency of [4, 8]) rows.push(await crawlRow(late.origin, concurrency, latency))
late.stop()
const quick = await serve(0)
rows.push(await overheadRow(quick.origin))
quick.stop()

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
const table = [
  '| what | ours | against | ratio |',
  '| --- | --- | --- | --- |',
  ...rows.map(
    ({ what, ours, peer, ratio }) => `| ${what} | ${ours} | ${peer} | ${ratio.toFixed(2)} |`,
  ),
].join('\n')
const text = `# Measured

${machine}; Node ${process.versions.node}, undici ${versionOf('undici')}, p-queue ${versionOf('p-queue')}; ${new Date().toISOString().slice(0, 10)}.
Written by \`npm run bench\`. Each ratio is ours to its peer or to the limit, taken in the same run.

${table}
`
console.log(table)
writeFileSync(join(root, 'bench/RESULTS.md'), text)
