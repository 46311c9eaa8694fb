/** The lists of connections and of relation names, changed by several real programs at one moment. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createProfiles } from '../../electron/services/credentials'
import { createVocabularies } from '../../electron/services/workspace'

const isLong = process.env['LONG_TESTS'] === '1'
const silent = () => undefined
// Inside the project, so that the child finds the packages.
const outDir = resolve(import.meta.dirname, '../../out/lists')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(import.meta.dirname, '../../src/shared') } },
    build: {
      ssr: resolve(import.meta.dirname, 'lists-child.ts'),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'lists-child.mjs' } },
    },
  })
}, 60_000)

const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'lists-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** One that waits for its start; `killAfter` so many changes it is killed, whatever it does then. */
function program(dir: string, name: string, count: number, killAfter = Number.POSITIVE_INFINITY) {
  const args = [join(outDir, 'lists-child.mjs'), dir, name, String(count)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let told = ''
  const kept = () => [...told.matchAll(/^kept (\S+)$/gm)].map(([, id = '']) => id)
  const ready = new Promise<void>((settle) => child.stdout.once('data', () => settle()))
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (kept().length >= killAfter) child.kill('SIGKILL')
  })
  const ended = new Promise<number | null>((settle) => child.once('close', (code) => settle(code)))
  return { ready, begin: () => child.stdin.end('go'), ended, kept }
}

/** Starts them all at one moment; gives what they told is kept. */
async function together(programs: readonly ReturnType<typeof program>[]) {
  await Promise.all(programs.map(({ ready }) => ready))
  for (const { begin } of programs) begin()
  const codes = await Promise.all(programs.map(({ ended }) => ended))
  return { codes, kept: programs.flatMap(({ kept }) => kept()) }
}

async function listsIn(dir: string) {
  const profiles = (await createProfiles(dir, silent)).list().map(({ id }) => id)
  const words = await createVocabularies(dir, silent).read('shared')
  return { profiles, words: words.map(({ name }) => name) }
}

describe('several programs at one moment', { timeout: 120_000 }, () => {
  const [programs, changes] = isLong ? [6, 60] : [3, 12]

  it('lose none of the changes that each of them made', async () => {
    const dir = folder()
    const names = Array.from({ length: programs }, (_, at) => `p${at}`)
    const { codes, kept } = await together(names.map((name) => program(dir, name, changes)))
    expect(codes).toEqual(names.map(() => 0))
    expect(kept).toHaveLength(programs * changes)
    const lists = await listsIn(dir)
    expect(lists.profiles.toSorted()).toEqual(kept.toSorted())
    expect(lists.words.toSorted()).toEqual(kept.toSorted())
    expect(readdirSync(dir, { recursive: true }).toSorted()).toEqual([
      '.profiles.json.lock',
      'profiles.json',
      'vocabularies',
      join('vocabularies', '.shared.json.lock'),
      join('vocabularies', 'shared.json'),
    ])
  })

  it('go on where one of them is killed, and lose nothing that it said is kept', async () => {
    const dir = folder()
    const killed = Array.from({ length: programs }, (_, at) =>
      program(dir, `k${at}`, 1_000, 3 + at),
    )
    const { codes, kept } = await together([...killed, program(dir, 'lives', changes)])
    expect(codes).toEqual([...killed.map(() => null), 0])
    const lists = await listsIn(dir)
    expect(lists.profiles).toEqual(expect.arrayContaining(kept))
    expect(lists.words).toEqual(expect.arrayContaining(kept))
  })

  it('all start where the lists are none, which are kept aside once', async () => {
    for (let round = 0; round < (isLong ? 10 : 3); round += 1) {
      const dir = folder()
      mkdirSync(join(dir, 'vocabularies'))
      writeFileSync(join(dir, 'profiles.json'), '{"profiles":')
      writeFileSync(join(dir, 'vocabularies', 'shared.json'), 'no list')
      const { codes, kept } = await together(
        Array.from({ length: programs }, (_, at) => program(dir, `p${at}`, 2)),
      )
      expect(codes).toEqual(Array(programs).fill(0))
      const lists = await listsIn(dir)
      expect([lists.profiles.toSorted(), lists.words.toSorted()]).toEqual([
        kept.toSorted(),
        kept.toSorted(),
      ])
      const aside = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.includes('.bad-'),
      )
      expect(aside.map((name) => readFileSync(join(dir, name), 'utf8')).toSorted()).toEqual([
        'no list',
        '{"profiles":',
      ])
    }
  })
})
