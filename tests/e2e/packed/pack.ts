import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { electronStandIn } from './electron-stand-in'

const execute = promisify(execFile)
const root = resolve(import.meta.dirname, '../../..')

export type Packed = {
  /** Where electron-builder put the program. */
  readonly folder: string
  readonly archive: string
  /** Every file of the archive and beside it, as the program sees them. */
  readonly files: readonly string[]
  /** The files of the archive, taken out for a Node that reads no archives. */
  readonly extracted: string
}

/** The program as electron-builder packs it for Linux, in a folder of the test. */
export async function packApp(work: string): Promise<Packed> {
  const electronDist = await electronStandIn(join(work, 'electron'))
  const output = join(work, 'dist')
  await execute(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...['--dir', '--linux', `-c.electronDist=${electronDist}`, `-c.directories.output=${output}`],
    ],
    { cwd: root },
  )
  const folder = join(output, 'linux-unpacked')
  const archive = join(folder, 'resources/app.asar')
  const extracted = join(work, 'app')
  extractAll(archive, extracted)
  return { folder, archive, files: listPackage(archive, { isPack: false }), extracted }
}

/** The package as npm makes it of what is built, installed from npm's own cache into an empty folder. */
export async function packAndInstall(work: string): Promise<string> {
  await mkdir(work)
  const { stdout } = await npm(
    root,
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    work,
  )
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  const folder = join(work, 'installed')
  await mkdir(folder)
  const manifest = { dependencies: { 'relation-explorer': `file:../${filename}` } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'package-lock.json'), await lockOf(manifest, filename))
  await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund')
  return join(folder, 'node_modules/relation-explorer')
}

/** The versions that are tested here, so that npm has no list of versions to ask for. */
async function lockOf(manifest: object, filename: string): Promise<string> {
  const text = await readFile(join(root, 'package-lock.json'), 'utf8')
  const { packages, ...rest } = JSON.parse(text) as {
    packages: Record<string, { dev?: true; devOptional?: true; version: string }>
  }
  const { '': own, ...all } = packages
  const runtime = Object.entries(all).filter(([, one]) => one.dev !== true && !one.devOptional)
  const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object
  const installed = {
    ...about,
    ...own,
    devDependencies: undefined,
    resolved: `file:../${filename}`,
  }
  return JSON.stringify({
    ...rest,
    name: 'installed',
    packages: {
      '': manifest,
      ...Object.fromEntries(runtime),
      'node_modules/relation-explorer': installed,
    },
  })
}

const npm = (cwd: string, ...words: string[]) =>
  execute('npm', words, { cwd, shell: process.platform === 'win32' })

/** The folders above, in which Node would look for modules too. */
export function modulesInReach(folder: string): string[] {
  const above = dirname(folder)
  const here = join(above, 'node_modules')
  const rest = above === folder ? [] : modulesInReach(above)
  return existsSync(here) ? [here, ...rest] : rest
}
