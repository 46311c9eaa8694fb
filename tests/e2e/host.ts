import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'

export type RunningHost = {
  /** With the key of this launch. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Starts the built program as a person would and reads the address it prints. */
export async function startHost(dataDir: string): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    ['out/main/loopback.js', '--no-open', '--port', '0', '--data-dir', dataDir],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const address = await addressOf(child)
  return {
    address,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#key=\S+/.exec(printed)
      if (found !== null) resolve(found[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`The program ended at its start:\n${printed}`)))
  })
}

type Fixtures = { dataDir: string; host: RunningHost }

/** Each test has a program, a demo site and a folder of its own. */
export const test = base.extend<Fixtures>({
  // Playwright wants the pattern, even where nothing is taken from it.
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'relation-explorer-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  host: async ({ dataDir }, use) => {
    const host = await startHost(dataDir)
    await use(host)
    await host.stop()
  },
})
