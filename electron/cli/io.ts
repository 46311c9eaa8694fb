import type { Secrets } from '../host'

/** All that a command may touch of the process, so that tests can stand in for it. */
export type Io = {
  readonly out: (data: string | Uint8Array) => void
  readonly err: (text: string) => void
  /** Whether `err` is a screen, on which a line can be drawn over. */
  readonly isScreen: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts on the first Ctrl+C. */
  readonly signal: AbortSignal
  readonly readInput: () => Promise<string>
  /** Where connections are kept unless an option says otherwise; made ready when first asked for. */
  readonly dataDir: () => Promise<string>
  /** Where the system keeps fonts. */
  readonly fontFolders: readonly string[]
  /** The system keychain. */
  readonly secrets: Secrets
}

/** What a command ends with. */
export const exitCodes = {
  complete: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
