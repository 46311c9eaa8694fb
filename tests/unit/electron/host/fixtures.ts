import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHost, type HostOptions, type Platform } from '../../../../electron/host'
import { createMemorySecrets } from '../../../../electron/services/credentials'

/** A host over a folder of its own, with its log kept. */
export async function testHost(options: HostOptions = {}, platform: Partial<Platform> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'host-'))
  const log: string[] = []
  const host = await createHost(
    {
      shell: 'loopback',
      version: '1.2.3',
      dataDir,
      secrets: createMemorySecrets('for a test'),
      log: (line) => log.push(line),
      ...platform,
    },
    options,
  )
  onTestFinished(async () => {
    await host.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { host, log, dataDir: platform.dataDir ?? dataDir }
}
