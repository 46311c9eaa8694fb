import { createDirectory, type Directory } from './directory'
import { createKnown, type Known } from './known'

/** What the calls to one site share. */
export type Site = {
  /** `https://example.atlassian.net`: web addresses start here, wherever the API is. */
  readonly origin: string
  readonly known: Known
  readonly directory: Directory
}

export const createSite = (origin: string): Site => ({
  origin,
  known: createKnown(),
  directory: createDirectory(),
})
