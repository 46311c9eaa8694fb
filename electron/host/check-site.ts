import type { EntityRef } from '@shared/graph'
import type { CheckEvent, SiteReport } from '@shared/site-check'
import type { Profiles } from '../services/credentials'
import type { Sessions } from './sessions'
import { told } from './told'

type Wanted = {
  readonly profile: string
  readonly start?: string | undefined
  readonly sandbox?: { readonly source: EntityRef; readonly target: EntityRef } | undefined
}

/** Checks the site of a profile, tells of its calls, and keeps with the profile what was learnt. */
export async function* checkSite(
  { sessions, profiles }: { readonly sessions: Sessions; readonly profiles: Profiles },
  wanted: Wanted,
  signal: AbortSignal | undefined,
): AsyncGenerator<CheckEvent, void> {
  const { signIn } = sessions.profile(wanted.profile)
  const client = await sessions.client(wanted.profile)
  const report = yield* told<CheckEvent, SiteReport>((tell) =>
    client.check(
      {
        start: wanted.start ?? null,
        sandbox: wanted.sandbox ?? null,
        signIn,
        onCall: (calls, of) => tell({ kind: 'asked', calls, of }),
      },
      signal,
    ),
  )
  const { learnt } = report
  // A site that is not in the list, such as the demo site, has nothing to keep it with.
  if (
    report.complete &&
    (await profiles.change(wanted.profile, (profile) => ({ ...profile, learnt })))
  ) {
    await sessions.drop(wanted.profile)
  }
  yield { kind: 'report', report }
}
