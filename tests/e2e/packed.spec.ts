import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { runtimePackages } from '../../release/libraries.mjs'
import { ExplorerPage } from './explorer-page'
import { startHost, test } from './host'
import { fuseMark } from './packed/electron-stand-in'
import { modulesInReach, packAndInstall, packApp } from './packed/pack'

const execute = promisify(execFile)

/** On the list of what is installed, but never loaded by the program. */
const neverLoaded = [
  'type-fest',
  'tagged-tag',
  'openapi-types',
  '@orpc/standard-server-aws-lambda',
  '@orpc/standard-server-fastify',
]

let work = ''
test.beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'packed-'))
})
test.afterEach(() => rm(work, { recursive: true, force: true }))

test('the packed window holds what the program loads, its licences, and nothing else', async ({
  dataDir,
  page,
}) => {
  test.skip(process.platform !== 'linux', 'the stand-in is laid out as Electron is for Linux')
  const app = await packApp(work)
  const folders = new Set(app.files.map((file) => file.split('/').slice(1, 3).join('/')))
  const own = [...folders].filter((one) => !one.startsWith('node_modules'))
  expect(own.sort()).toEqual(['out', 'out/main', 'out/preload', 'out/renderer', 'package.json'])

  const modules = app.files
    .map((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
  const needed = runtimePackages(process.cwd())
    // One that stood within another may stand beside it once it is packed.
    .map((folder) => folder.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '')
    .filter((name) => !neverLoaded.includes(name))
  expect(new Set(modules)).toEqual(new Set(needed))
  expect(
    app.files.filter((file) => /musl|\/out\/kill|\/out\/interrupt|\.map$|\.d\.ts$/.test(file)),
  ).toEqual([])

  // Started by path, so that no import would miss them.
  const started = ['keyring-child', 'body-worker', 'inspect-child']
  for (const name of started) expect(app.files).toContain(`/out/main/${name}.js`)

  // A native module is loaded by the system, which cannot look into an archive.
  const native = app.files.filter((file) => file.endsWith('.node'))
  expect(native).toHaveLength(2)
  const beside = await readdir(`${app.archive}.unpacked`, { recursive: true })
  for (const file of native) expect(beside).toContain(file.slice(1))

  await holdsLicences(join(app.folder, 'resources'), modules)
  const binary = await readFile(join(app.folder, 'relation-explorer'), 'latin1')
  const fuses = binary.slice(binary.indexOf(fuseMark) + fuseMark.length + 2).slice(0, 8)
  // runAsNode, cookies, NODE_OPTIONS, --inspect, integrity, only the archive, own snapshot, file rights
  expect(fuses).toBe('01001100')

  await works(app.extracted, dataDir, page)
})

test('the package that npm makes works where it is installed', async ({ dataDir, page }) => {
  const installed = await packAndInstall(join(work, 'npm'))
  const files = await readdir(installed, { recursive: true })
  const own = new Set(files.map((file) => file.split(/[\\/]/).slice(0, 2).join('/')))
  expect([...own].sort()).toEqual([
    'LICENSE',
    'README.md',
    'out',
    'out/NOTICES.md',
    'out/main',
    'out/preload',
    'out/renderer',
    'package.json',
  ])
  await works(installed, dataDir, page)
})

/** Every module that is shipped, and those that only workers of the page hold. */
async function holdsLicences(folder: string, modules: readonly string[]): Promise<void> {
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toContain('MIT')
  const notices = await readFile(join(folder, 'NOTICES.md'), 'utf8')
  const inBundles = [
    'react',
    'cytoscape',
    'cytoscape-fcose',
    'd3-force',
    '@cantoo/pdf-lib',
    'saxes',
    'electron-updater',
  ]
  for (const name of [...modules, ...inBundles]) expect(notices).toContain(`\n## ${name} `)
  const licences = new Set([...notices.matchAll(/^Licence: (.+)$/gm)].map(([, licence]) => licence))
  const permissive = [
    ...['MIT', 'ISC', '0BSD', 'Apache-2.0', 'BSD-3-Clause', '(MIT OR CC0-1.0)'],
    'BlueOak-1.0.0',
  ]
  expect([...licences].filter((one) => one === undefined || !permissive.includes(one))).toEqual([])
}

/** The command line and the host of a copy of the program, by plain Node, as a person uses them. */
async function works(folder: string, dataDir: string, page: Page): Promise<void> {
  const expected = folder.includes('node_modules') ? 1 : 0
  expect(modulesInReach(folder)).toHaveLength(expected)
  const env = { ...process.env, NODE_PATH: '', HOME: dataDir, USERPROFILE: dataDir }
  const cli = join(folder, 'out/main/cli.js')

  const site = spawn(process.execPath, [cli, 'demo-site', '--pages', '40'], { env, cwd: folder })
  try {
    const [line] = (await once(site.stdout, 'data')) as [Buffer]
    const { origin, email, token } = JSON.parse(line.toString()) as Record<string, string>
    const mapped = await execute(
      process.execPath,
      [cli, 'map', '--site', origin ?? '', '--email', email ?? '', '--space', 'ENG'],
      { env: { ...env, RELATION_EXPLORER_TOKEN: token }, cwd: folder },
    )
    expect(JSON.parse(mapped.stdout)).toMatchObject({ site: origin })
  } finally {
    site.kill('SIGTERM')
  }

  const host = await startHost(dataDir, { script: join(folder, 'out/main/loopback.js'), env })
  try {
    await page.goto(host.address)
    const explorer = new ExplorerPage(page)
    await explorer.openDemo()
    await explorer.chooseStart('Ingest pipeline')
    await explorer.crawl()
    await explorer.crawlEnds()
    await expect.poll(() => explorer.nodeCount()).toBeGreaterThan(1)
  } finally {
    await host.stop()
  }
  const kept = join(dataDir, 'workspaces')
  const [workspace] = (await readdir(kept)).filter((name) => name.endsWith('.relx'))
  const written = await execute(
    process.execPath,
    [cli, 'export', join(kept, workspace ?? ''), '--format', 'gexf'],
    { env, cwd: folder },
  )
  expect(written.stdout).toContain('Ingest pipeline')
  // What is loaded only when it is needed is there as well.
  const picture = join(dataDir, 'picture.pdf')
  await execute(process.execPath, [cli, 'export', join(kept, workspace ?? ''), '--out', picture], {
    ...{ env, cwd: folder },
  })
  expect((await readFile(picture)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
}
