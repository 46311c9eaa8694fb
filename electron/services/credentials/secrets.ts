import type { SecretStore } from '@shared/contract'

/** Keeps one secret a name: in the OS keychain, or in memory where there is none. */
export type Secrets = {
  /** Where secrets go from now on. Found out by trying, which may take as long as the keychain does. */
  store(): Promise<SecretStore>
  /** Null where there is none, or where the keychain will not give it. */
  get(name: string): Promise<string | null>
  set(name: string, secret: string): Promise<void>
  /** Succeeds where there was none. Throws the failure `keychain` where one may be left. */
  delete(name: string): Promise<void>
}
