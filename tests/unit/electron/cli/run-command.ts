import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { main } from '../../../../electron/cli/main'
import { createMemorySecrets, type Secrets } from '../../../../electron/services/credentials'

export type Given = {
  /** A new folder, kept for the test alone, where none is given. */
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** None where none are given: what a machine has is no matter of a test. */
  readonly fontFolders?: readonly string[]
  readonly secrets?: Secrets
  readonly signal?: AbortSignal
  readonly token?: string
}

/** Runs a command as a person would, but in this process; it never tells of a stack or a token. */
export async function runCommand(
  args: readonly string[],
  {
    dataDir,
    token,
    env = token === undefined ? {} : { RELATION_EXPLORER_TOKEN: token },
    input = '',
    fontFolders = [],
    secrets = createMemorySecrets('No keychain in a test.'),
    signal = new AbortController().signal,
  }: Given = {},
) {
  let [out, err] = ['', '']
  const code = await main(args, '1.2.3', {
    out: (data) => (out += typeof data === 'string' ? data : Buffer.from(data).toString('latin1')),
    err: (text) => (err += text),
    isScreen: false,
    env,
    signal,
    readInput: () => Promise.resolve(input),
    dataDir: async () => dataDir ?? createFolder(),
    fontFolders,
    secrets,
  })
  expect(out + err).not.toMatch(/\n\s+at \S+ \(/)
  if (token !== undefined) expect(out + err).not.toContain(token)
  return { code, out, err }
}

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
