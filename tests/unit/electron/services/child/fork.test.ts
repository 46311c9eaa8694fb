import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import ts from 'typescript'

const source = join(import.meta.dirname, '../../../../../electron/services/child/fork.ts')

/**
 * Takes all descriptors but a few, asks a child that then cannot begin, and ends it. Whom a signal
 * would reach is chance, so that one is sent is what is looked for.
 */
const driver = `
import { closeSync, openSync, writeSync } from 'node:fs'
import { ChildProcess } from 'node:child_process'
import { forkNode } from './fork.mjs'
let signals = 0
ChildProcess.prototype.kill = () => { signals += 1; return false }
const held = []
try { for (;;) held.push(openSync('/dev/null', 'r')) } catch (error) { writeSync(1, error.code) }
for (let spare = 0; spare < 5; spare += 1) {
  const child = forkNode(import.meta.dirname + '/never.mjs')
  const asked = child.ask('?', 5_000).catch(({ message }) => message)
  // In the same turn, as where an answer that failed ends its child: Node knows no better yet.
  child.end()
  writeSync(1, '\\n' + (await asked))
  closeSync(held.pop())
}
writeSync(1, '\\nsignals ' + signals)
process.exit(0)
`

it.skipIf(process.platform === 'win32')('ends nobody else where a child cannot begin', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fork-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions })
  writeFileSync(join(folder, 'fork.mjs'), outputText)
  writeFileSync(join(folder, 'driver.mjs'), driver)
  // In a group of its own, so that a signal to the whole group does not end the tests.
  const shell = spawn(
    'sh',
    ['-c', `ulimit -n 64; "${process.execPath}" driver.mjs; echo " end $?"`],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let told = ''
  shell.stdout.on('data', (part: Buffer) => (told += part.toString()))
  shell.stderr.on('data', (part: Buffer) => (told += part.toString()))
  const signal = await new Promise((resolve) => shell.once('close', (_, by) => resolve(by)))
  expect(signal).toBeNull()
  const lines = told.split('\n').filter((line) => line !== '')
  const [first, ...others] = lines
  expect(first).toBe('EMFILE')
  expect(others.slice(0, 5)).toEqual(Array(5).fill('A child process could not be started.'))
  expect(others.at(-1)).toBe('signals 0 end 0')
})
