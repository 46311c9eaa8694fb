import type { SecretStore } from '@shared/contract'

/** What a shell must supply. Both supply the same, so neither can offer what the other does not. */
export type Platform = {
  readonly shell: 'electron' | 'loopback'
  readonly version: string
  /** Folder of our own for files without secrets. */
  readonly dataDir: string
  readonly secrets: Secrets
  /** Never given a token, a header or a body. */
  readonly log: (line: string) => void
}

/** Keeps one secret a name. Implemented over the OS keychain, or over memory where there is none. */
export type Secrets = {
  readonly store: SecretStore
  get(name: string): Promise<string | null>
  set(name: string, secret: string): Promise<void>
  delete(name: string): Promise<void>
}
