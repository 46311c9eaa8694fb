import { randomBytes } from 'node:crypto'
import type { SecretStore } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Fork } from '../child'
import {
  type AskKeyring,
  createKeyring,
  type Keyring,
  nativeKeyring,
  SilentKeyring,
} from './keyring'
import type { Secrets } from './secrets'

/** A locked keychain asks the person, who may be away: the program goes on all the same. */
const patience = 10_000

type Options = {
  readonly ask?: AskKeyring
  readonly fork?: Fork | undefined
  readonly patienceMs?: number
}

/** What was found out by trying: where tokens go, and whether the keychain is there at all. */
type Found = { readonly store: SecretStore; readonly isThere: boolean }

/**
 * Secrets in the OS keychain. Before the first is kept, a probe shows whether the keychain keeps
 * what it is given; where it does not, secrets are kept in memory and `store` says why. What the
 * keychain kept before is read all the same.
 */
export function createSecrets({ ask, fork, patienceMs = patience }: Options = {}): Secrets {
  const keyring = createKeyring(ask ?? nativeKeyring(fork), patienceMs)
  const memory = new Map<string, string>()
  let probing: Promise<Found> | null = null
  const found = () => (probing ??= probe(keyring))

  return {
    store: async () => (await found()).store,
    get: async (name) => memory.get(name) ?? (await keyring.get(name).catch(() => null)),
    set: async (name, secret) => {
      if ((await found()).store.kind === 'keychain') {
        try {
          await keyring.set(name, secret)
          memory.delete(name)
          return
        } catch (error) {
          // It was locked meanwhile, or is gone.
          probing = Promise.resolve({ store: inMemory(whyNot(error)), isThere: true })
        }
      }
      memory.set(name, secret)
    },
    delete: async (name) => {
      const wasHere = memory.delete(name)
      try {
        await keyring.delete(name)
      } catch (cause) {
        if (wasHere || !(await found()).isThere) return
        throw new FailureError({ kind: 'keychain', of: 'forget', reason: whyNot(cause) }, { cause })
      }
    },
  }
}

const inMemory = (reason: string): SecretStore => ({ kind: 'memory', reason })

const whyNot = (error: unknown): string =>
  error instanceof SilentKeyring
    ? 'The system keychain does not answer.'
    : 'The system keychain refuses; it may be locked.'

/** Does with an entry of its own what will be done with tokens. Never rejects. */
async function probe(keyring: Keyring): Promise<Found> {
  // Of its own name too: a window and a command may both try at the same time.
  const name = `probe-${randomBytes(8).toString('hex')}`
  const secret = randomBytes(16).toString('hex')
  try {
    await keyring.set(name, secret)
    const kept = await keyring.get(name)
    await keyring.delete(name)
    if (kept !== secret) throw new Error('The keychain gives something else back.')
    return { store: { kind: 'keychain' }, isThere: true }
  } catch (error) {
    if (error instanceof SilentKeyring || (await canRead(keyring, name))) {
      return { store: inMemory(whyNot(error)), isThere: true }
    }
    return { store: inMemory('No system keychain can be reached here.'), isThere: false }
  }
}

const canRead = (keyring: Keyring, name: string): Promise<boolean> =>
  keyring.get(name).then(
    () => true,
    () => false,
  )
