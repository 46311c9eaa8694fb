import type { EntityRef } from '@shared/graph'
import type { CheckEvent } from '@shared/site-check'
import type { Profiles } from '../services/credentials'
import type { Sessions } from './sessions'

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
  const events: CheckEvent[] = []
  let wake: () => void = () => undefined
  const tell = (event: CheckEvent) => {
    events.push(event)
    wake()
  }
  const state = { over: false }
  const work = client
    .check(
      {
        start: wanted.start ?? null,
        sandbox: wanted.sandbox ?? null,
        signIn,
        onCall: (calls, of) => tell({ kind: 'asked', calls, of }),
      },
      signal,
    )
    .finally(() => {
      state.over = true
      wake()
    })
  // Its failure is thrown below, where it belongs.
  work.catch(() => undefined)
  while (!state.over || events.length > 0) {
    const event = events.shift()
    if (event !== undefined) yield event
    else await new Promise<void>((resolve) => (wake = resolve))
  }
  const report = await work
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
