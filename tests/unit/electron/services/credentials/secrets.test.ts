import { describe, expect, it } from 'vitest'
import {
  createMemorySecrets,
  createSecrets,
  type Secrets,
} from '../../../../../electron/services/credentials'
import type { KeyringEntry } from '../../../../../electron/services/credentials/secrets-keyring'

/** A keychain with the native one's interface. */
function keyring() {
  const kept = new Map<string, string>()
  const state = { broken: false }
  const guarded = <T>(work: () => T) =>
    state.broken ? Promise.reject(new Error('AccessDenied')) : Promise.resolve(work())
  const open = (name: string): KeyringEntry => ({
    getPassword: () => guarded(() => kept.get(name) ?? null),
    setPassword: (secret) => guarded(() => void kept.set(name, secret)),
    deleteCredential: () => guarded(() => kept.delete(name)),
  })
  return { open, state, kept }
}

const keeps = async (secrets: Secrets) => {
  expect(await secrets.get('p1')).toBeNull()
  await secrets.set('p1', 'one')
  await secrets.set('p1', 'two')
  expect(await secrets.get('p1')).toBe('two')
  await secrets.delete('p1')
  await secrets.delete('p1')
  expect(await secrets.get('p1')).toBeNull()
}

describe('secrets', () => {
  it('are kept in the keychain where there is one', async () => {
    const { open, kept } = keyring()
    const secrets = await createSecrets(() => Promise.resolve(open))
    expect(secrets.store).toEqual({ kind: 'keychain' })
    await keeps(secrets)
    expect(kept.size).toBe(0)
  })

  it('are kept in memory, with a reason, where the keychain cannot be reached', async () => {
    const { open, state } = keyring()
    state.broken = true
    for (const load of [
      () => Promise.resolve(open),
      () => Promise.reject(new Error('no binary')),
    ]) {
      const secrets = await createSecrets(load)
      expect(secrets.store).toMatchObject({
        kind: 'memory',
        reason: expect.stringContaining('until the program ends') as string,
      })
      await keeps(secrets)
    }
    await keeps(createMemorySecrets('for a test'))
  })

  it('say so where the keychain refuses later', async () => {
    const { open, state } = keyring()
    const secrets = await createSecrets(() => Promise.resolve(open))
    await secrets.set('p1', 'one')
    state.broken = true
    expect(await secrets.get('p1')).toBeNull()
    await expect(secrets.set('p1', 'x')).rejects.toMatchObject({ failure: { kind: 'storage' } })
    await expect(secrets.delete('p1')).rejects.toMatchObject({ failure: { kind: 'storage' } })
  })

  it('start with the real keychain or without it, but always start', async () => {
    expect(['keychain', 'memory']).toContain((await createSecrets()).store.kind)
  })
})
