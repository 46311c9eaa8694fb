import type { Profile } from '@shared/contract'
import type { EntityRef } from '@shared/graph'
import type { SiteReport } from '@shared/site-check'
import { type Attempt, type Client, toFailure } from '../../transport'

type Asked = { readonly calls: number; readonly of: number }
type Wanted = {
  /** Two pages on which a relation may be tried. */
  readonly sandbox: { readonly source: EntityRef; readonly target: EntityRef } | null
  readonly onAsked: (asked: Asked) => void
  readonly signal: AbortSignal
}

/** Asks a site what it really answers, and tells how far it is; gives the report. */
export type SiteCheck = (wanted: Wanted) => Promise<Attempt<SiteReport>>

export const createSiteCheck =
  (client: Client, { id: profile }: Profile): SiteCheck =>
  async ({ sandbox, onAsked, signal }) => {
    try {
      const wanted = { profile, ...(sandbox === null ? {} : { sandbox }) }
      for await (const event of await client.remote.check(wanted, { signal })) {
        if (event.kind === 'report') return { ok: true, value: event.report }
        onAsked({ calls: event.calls, of: event.of })
      }
      // The stream ends without a report only where it is stopped.
      return { ok: false, failure: { kind: 'cancelled' } }
    } catch (error) {
      return { ok: false, failure: toFailure(error) }
    }
  }
