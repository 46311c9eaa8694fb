import { explain } from '@shared/failure'
import { attempt } from '../transport'
import type { Session } from './session'

/**
 * What an earlier start of the program left open: changes in flight are read back from the
 * server, and a crawl that was running is offered to go on.
 */
export async function takeUp(session: Session): Promise<void> {
  const { opened, edits, crawl, graph, notices } = session
  const running = opened.crawl.running
  if (running !== null) {
    const close = notices.say({
      tone: 'plain',
      sentence: 'A crawl was running when the program ended.',
      next: 'It can go on where it was; nothing is asked twice.',
      action: {
        label: 'Go on',
        onPick: () => void crawl.takeUp(running, graph.store.getState().graph),
      },
      stay: 30_000,
      onGone: () => stop(),
    })
    // Another crawl takes its place.
    const stop = crawl.store.subscribe(({ run }) => {
      if (run.kind === 'active') close()
    })
  }
  if (opened.readOnly !== null) notices.say({ tone: 'bad', ...explain(opened.readOnly) })
  await sayClosed(session)
  const inFlight = opened.entries
    .flatMap(({ steps }) => steps)
    .filter(({ state }) => state === 'sent' || state === 'unknown')
  if (inFlight.length === 0) return
  const failure = await edits.resolve()
  if (failure !== null) notices.say({ tone: 'bad', ...explain(failure) })
}

/** A new workspace needs an explanation where the one that is missed could not be opened. */
async function sayClosed({ client, profile, opened, notices }: Session): Promise<void> {
  if (opened.batch.entities.length > 0 || opened.entries.length > 0) return
  const others = await attempt(client.workspace.list({ profile: profile.id }))
  const closed = others.ok ? others.value.find((one) => one.closed !== null)?.closed : null
  if (closed === null || closed === undefined) return
  const { sentence, next } = explain(closed)
  notices.say({ tone: 'bad', sentence: `${sentence} This is an empty one.`, next, stay: 30_000 })
}
