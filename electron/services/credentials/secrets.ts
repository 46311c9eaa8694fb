import type { SecretStore } from '@shared/contract'

/** Keeps one secret a name: in the OS keychain, or in memory where there is none. */
export type Secrets = {
  readonly store: SecretStore
  /** Null where there is none, or where the keychain will not give it. */
  get(name: string): Promise<string | null>
  /** Throws the failure `storage`. */
  set(name: string, secret: string): Promise<void>
  /** Succeeds where there was none. Throws the failure `storage`. */
  delete(name: string): Promise<void>
}
