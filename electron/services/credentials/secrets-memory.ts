import type { Secrets } from './secrets'

/** Secrets that end with the program. `reason` is a sentence that says why there is no keychain. */
export function createMemorySecrets(reason: string): Secrets {
  const kept = new Map<string, string>()
  return {
    store: () => Promise.resolve({ kind: 'memory', reason }),
    get: (name) => Promise.resolve(kept.get(name) ?? null),
    set: (name, secret) => {
      kept.set(name, secret)
      return Promise.resolve()
    },
    delete: (name) => {
      kept.delete(name)
      return Promise.resolve()
    },
  }
}
