import { explain } from '@shared/failure'
import type { Session } from './session'

/**
 * What an earlier start of the program left open: changes in flight are read back from the
 * server, and a crawl that was running is offered to go on.
 */
export async function takeUp({ opened, edits, crawl, graph, notices }: Session): Promise<void> {
  const running = opened.crawl?.running ?? null
  if (running !== null) {
    notices.say({
      tone: 'plain',
      sentence: 'A crawl was running when the program ended.',
      next: 'It can go on where it was; nothing is asked twice.',
      action: {
        label: 'Go on',
        onPick: () => void crawl.takeUp(running, graph.store.getState().graph),
      },
      stay: 30_000,
    })
  }
  if (opened.readOnly !== null) notices.say({ tone: 'bad', ...explain(opened.readOnly) })
  const inFlight = opened.entries
    .flatMap(({ steps }) => steps)
    .filter(({ state }) => state === 'sent' || state === 'unknown')
  if (inFlight.length === 0) return
  const failure = await edits.resolve()
  if (failure !== null) notices.say({ tone: 'bad', ...explain(failure) })
}
