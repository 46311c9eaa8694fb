/**
 * `npm run bench`: measures ours beside its peers in one run, prints tables and writes them to
 * bench/RESULTS.md. Nothing is asserted: machines differ, and are noisy.
 *
 *   npm run bench -- --only drawing,layout       these topics; the others stay as they were
 *   npm run bench -- --sizes 2000 --runs 1       a quick look, which is printed and not written
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '' },
    runs: { type: 'string', default: '' },
  },
})
/** @param {string} text */
const list = (text) => text.split(',').filter(Boolean)

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(root, 'src/shared') } },
  build: {
    ssr: true,
    outDir: 'out/bench/node',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: join(root, 'bench/index.ts'),
        // A thread that the program starts by its path.
        'body-worker': join(root, 'electron/services/remote/body/body-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})
/** @type {typeof import('./index.ts')} */
const { mergeReport, runBench, sectionText, topicNames } = await import(
  join(root, 'out/bench/node/index.js')
)

const only = list(values.only)
const unknown = only.filter((name) => !topicNames.some((topic) => topic === name))
if (unknown.length > 0) {
  console.error(`There is no topic “${unknown.join(', ')}”; there are ${topicNames.join(', ')}.`)
  process.exit(2)
}
const isQuick = values.sizes !== '' || values.runs !== ''

/** @type {import('./report/section.ts').Section[]} */
const sections = []
await runBench({
  root,
  only,
  sizes: list(values.sizes || '500,2000,10000').map(Number),
  runs: Number(values.runs || 3),
  say: (text) => console.log(text),
  onSection: (section) => {
    sections.push(section)
    console.log(`\n${sectionText(section)}\n`)
  },
})
if (!isQuick) {
  const path = join(root, 'bench/RESULTS.md')
  writeFileSync(path, mergeReport(readFileSync(path, 'utf8'), headOf(), sections))
}

function headOf() {
  /** @param {string} name */
  const versionOf = (name) =>
    JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, no graphics card`
  const versions = ['cytoscape', 'cytoscape-fcose', 'sigma', 'graphology', 'undici', 'p-queue']
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ')
  return `# Measured

${machine}; Node ${process.versions.node}, ${versions}; ${new Date().toISOString().slice(0, 10)}.
Written by \`npm run bench\`: medians of several runs, ours and its peers in turns in the same run.
Graphs are scale-free, with 2 relations a node. A ratio is ours to the peer or to the limit.`
}
