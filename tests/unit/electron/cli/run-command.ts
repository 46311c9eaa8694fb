import { expect } from 'vitest'
import { main } from '../../../../electron/cli/main'
import { createMemorySecrets } from '../../../../electron/services/credentials'

type Given = {
  readonly dataDir: string
  readonly input?: string
  readonly token?: string
  readonly signal?: AbortSignal
}

/** Runs a command as a person would, but in this process; it never tells of a stack. */
export async function runCommand(
  args: readonly string[],
  { dataDir, input = '', token, signal = new AbortController().signal }: Given,
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(args, '1.2.3', {
    out: (text) => (out += text),
    err: (text) => (err += text),
    isScreen: false,
    env: token === undefined ? {} : { RELATION_EXPLORER_TOKEN: token },
    signal,
    readInput: () => Promise.resolve(input),
    dataDir,
    secrets: createMemorySecrets('No keychain in a test.'),
  })
  expect(out + err).not.toMatch(/\n\s+at \S+ \(/)
  return { code, out, err }
}
