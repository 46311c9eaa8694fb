import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'

const home = mkdtempSync(join(tmpdir(), 'interrupts-'))

beforeAll(async () => {
  await build({
    ...{ configFile: false, logLevel: 'error' },
    build: {
      ...{ ssr: 'electron/host/interrupts.ts', outDir: home, target: 'node20' },
      rolldownOptions: { output: { entryFileNames: 'interrupts.mjs' } },
    },
  })
}, 60_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A program that is busy for so long, ms, when it is asked to end; a signal each given time, ms, after. */
async function asked(busy: number, delays: readonly number[]): Promise<string> {
  const script = `
    const { onInterrupt } = await import(${JSON.stringify(join(home, 'interrupts.mjs'))})
    const block = () => { for (const end = Date.now() + ${busy}; Date.now() < end; ); }
    onInterrupt(() => { console.log('stop'); block() }, () => { console.log('now'); process.exit() })
    setTimeout(() => process.exit(), 2500)
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (!out.endsWith('ready\n')) return
    child.kill('SIGINT')
    for (const delay of delays) setTimeout(() => child.kill('SIGTERM'), delay)
  })
  await new Promise((resolve) => child.once('close', resolve))
  return out.replaceAll('\n', ' ').trim()
}

describe('a program that is asked to end', () => {
  it('hears one press that comes twice once, also where it is busy meanwhile', async () => {
    expect(await asked(0, [0, 30])).toBe('ready stop')
    expect(await asked(900, [0, 30])).toBe('ready stop')
  })

  it('ends at once where somebody does not want to wait', async () => {
    expect(await asked(0, [900])).toBe('ready stop now')
  })
})
