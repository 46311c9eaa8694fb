import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'

export type RunningHost = {
  /** As printed at the start: it lets one tab in. */
  readonly address: string
  /** For one more tab: presses Enter and reads what is printed. */
  readonly nextAddress: () => Promise<string>
  readonly pid: number
  readonly stop: () => Promise<void>
}

type HowToStart = {
  readonly args?: string[]
  readonly env?: NodeJS.ProcessEnv
  /** Of another copy of the program than the one that is built here. */
  readonly script?: string
}

/** Starts the built program as a person would and reads the address it prints. */
export async function startHost(
  dataDir: string,
  { args = ['--no-open'], env = {}, script = 'out/main/loopback.js' }: HowToStart = {},
): Promise<RunningHost> {
  const child = spawn(process.execPath, [script, ...args, '--port', '0', '--data-dir', dataDir], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const address = await addressOf(child)
  return {
    address,
    nextAddress: () => {
      child.stdin.write('\n')
      return addressOf(child)
    },
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** The next address that is printed. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#ticket=\S+(?=\n)/.exec(printed)
      if (found === null) return
      child.stdout?.off('data', read)
      child.stderr?.off('data', read)
      // The pipe is read on, or the program would wait for somebody who does.
      child.stdout?.resume()
      child.stderr?.resume()
      resolve(found[0])
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
