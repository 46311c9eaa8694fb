import type { Browser } from '@playwright/test'

/** What every topic is given. */
export type Context = {
  readonly root: string
  readonly sizes: readonly number[]
  /** How often a measurement is repeated; the median counts. */
  readonly runs: number
  /** Started when it is first asked for. */
  readonly browser: () => Promise<Browser>
  readonly pages: () => Promise<string>
  readonly say: (text: string) => void
}
