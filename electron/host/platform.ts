import type { ShellNotice, ShellProgress } from '@shared/contract'
import type { Secrets } from '../services/credentials'
import type { Fork } from '../services/child'
import type { PlatformMenu } from './menu'

export type { Secrets }

/** What a shell must supply. Both supply the same, so neither can offer what the other does not. */
export type Platform = {
  readonly shell: 'electron' | 'loopback'
  readonly version: string
  /** Folder of our own for files without secrets. */
  readonly dataDir: string
  readonly secrets: Secrets
  /** Never given a token, a header or a body. */
  readonly log: (line: string) => void
  /** The window of the program; a tab of a browser is not ours. */
  readonly window?: {
    readonly progress: (progress: ShellProgress) => void
    /** Only where nobody looks at it. */
    readonly notify: (notice: ShellNotice) => void
  }
  /** The menu of the program; a browser's is not ours. */
  readonly menu?: PlatformMenu
  /** Starts a script in a process of its own; by default as Node does. */
  readonly fork?: Fork
  readonly network?: {
    /** The proxies that the system sets for an address: `PROXY host:port; DIRECT`; null for none. */
    readonly proxyFor?: (url: string) => Promise<string | null>
  }
}
