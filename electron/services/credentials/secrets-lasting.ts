import { FailureError } from '@shared/failure'
import type { Secrets } from './secrets'

/** For a program that ends at once: refuses to keep what would be lost with it. */
export const lastingSecrets = (secrets: Secrets): Secrets => ({
  ...secrets,
  set: async (name, secret) => {
    await secrets.set(name, secret)
    // Asked afterwards, since the keychain may have refused just now.
    const store = await secrets.store()
    if (store.kind === 'keychain') return
    throw new FailureError({ kind: 'keychain', of: 'keep', reason: store.reason })
  },
})
