import { setTimeout as wait } from 'node:timers/promises'
import { FailureError } from '@shared/failure'
import type { Secrets } from './secrets'
import { createMemorySecrets } from './secrets-memory'

/** The part of `@napi-rs/keyring` that is used: one entry a name. */
export type KeyringEntry = {
  getPassword(): Promise<string | null>
  setPassword(secret: string): Promise<void>
  deleteCredential(): Promise<boolean>
}
export type OpenEntry = (name: string) => KeyringEntry

const service = 'relation-explorer'
/** A locked keychain asks the person, who may be away: the program must start all the same. */
const patienceMs = 10_000

/**
 * Secrets in the OS keychain. One harmless read at the start shows whether there is a keychain;
 * where there is none, secrets are kept in memory and `store` says why. Never rejects.
 */
export async function createSecrets(
  load: () => Promise<OpenEntry> = loadKeyring,
): Promise<Secrets> {
  try {
    const open = await load()
    const probe = open('probe').getPassword()
    const silent = wait(patienceMs, 'silent' as const, { ref: false })
    if ((await Promise.race([probe, silent])) === 'silent') {
      return createMemorySecrets(
        'The system keychain did not answer, so tokens are kept until the program ends.',
      )
    }
    return keyringSecrets(open)
  } catch {
    return createMemorySecrets(
      'No system keychain can be reached here, so tokens are kept until the program ends.',
    )
  }
}

/** On Linux the kernel's keyring is no substitute: it forgets at logout without saying so. */
async function loadKeyring(): Promise<OpenEntry> {
  const { AsyncEntry } = await import('@napi-rs/keyring')
  return (name) => new AsyncEntry(service, name, { linux: { store: 'secret-service' } })
}

const unsaved = (what: string) => (cause: unknown) => {
  throw new FailureError({ kind: 'storage', what }, { cause })
}

const keyringSecrets = (open: OpenEntry): Secrets => ({
  store: { kind: 'keychain' },
  get: async (name) => {
    try {
      return await open(name).getPassword()
    } catch {
      return null
    }
  },
  set: async (name, secret) => {
    await Promise.resolve()
      .then(() => open(name).setPassword(secret))
      .catch(unsaved('The token'))
  },
  delete: async (name) => {
    await Promise.resolve()
      .then(() => open(name).deleteCredential())
      .catch(unsaved('That the token is to be forgotten'))
  },
})
