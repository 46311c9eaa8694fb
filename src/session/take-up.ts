import { agree } from '@shared/text'
import { type Entry, unknownIn } from '@shared/edit'
import { explain } from '@shared/failure'
import { attempt } from '../transport'
import type { Session } from './session'

/**
 * What an earlier start of the program left open: changes in flight are read back from the
 * server, and a crawl that was running is offered to go on.
 */
export async function takeUp(session: Session): Promise<void> {
  const { opened, crawl, graph, notices } = session
  const isThere = (page: string) => page !== session.left && opened.present.pages.includes(page)
  const orphans = crawl.store.getState().others.filter(({ page }) => !isThere(page))
  crawl.forgetOthers(orphans)
  const running = orphans.at(-1)?.request
  if (running !== undefined) {
    const close = notices.say({
      tone: 'plain',
      sentence: `A crawl was running when ${endOf(session)}.`,
      next: 'It can go on where it was; nothing is asked twice.',
      action: {
        label: 'Go on',
        onPick: () => void crawl.takeUp(running, graph.store.getState().graph),
      },
      stay: 30_000,
    })
    // Another crawl takes its place.
    const stop = crawl.store.subscribe(({ run }) => {
      if (run.kind !== 'active') return
      stop()
      close()
    })
  }
  if (opened.readOnly === null) void offerMap(session)
  if (opened.readOnly !== null) notices.say({ tone: 'bad', ...explain(opened.readOnly) })
  await sayClosed(session)
  await settle(session)
}

const endOf = ({ left }: Session): string =>
  left === null ? 'the program ended' : 'the page was left'

/** A map that was running when the program ended goes on where it was. */
async function offerMap(session: Session): Promise<void> {
  const { map, notices } = session
  const kept = await map.look()
  if (kept === null || kept.ended !== null || kept.isRunning) return
  const close = notices.say({
    tone: 'plain',
    sentence: `${kept.refreshing === null ? 'A map' : 'A refresh of the map'} was running when ${endOf(session)}.`,
    next: 'It can go on where it was; nothing is asked twice.',
    action: { label: 'Go on', onPick: () => void map.goOn() },
    stay: 30_000,
  })
  const stop = map.store.subscribe(({ run }) => {
    if (run.kind !== 'active') return
    stop()
    close()
  })
}

/** What was in flight is read back; what nobody can tell yet stays unknown, and is said so. */
async function settle(session: Session): Promise<void> {
  const { opened, edits, acts, notices } = session
  const isOpen = (entry: Entry) => unknownIn(entry) > 0
  const open = new Set(opened.entries.filter(isOpen).map(({ id }) => id))
  if (open.size === 0) return
  const failure = await edits.resolve()
  const now = edits.store.getState().entries.filter(({ id }) => open.has(id))
  const unknown = now.filter(isOpen)
  const [first] = unknown
  if (first === undefined) {
    const many = agree(now.length, 'A change was', `${now.length} changes were`)
    const sentence = `${many} under way when ${endOf(session)}. Now it is known what became of it.`
    notices.say({ tone: 'plain', sentence, next: 'The history tells it.' })
    return
  }
  const why = failure ?? first.steps.find(({ state }) => state === 'unknown')?.failure
  const { sentence, next } = why === undefined ? unheard : explain(why)
  notices.say({
    tone: 'bad',
    sentence:
      unknown.length === 1
        ? sentence
        : `It is not known whether ${unknown.length} changes were done. ${sentence}`,
    next,
    action: {
      label: 'Check again',
      onPick: () => unknown.forEach(({ id }) => void acts.checkAgain(id)),
    },
    stay: 30_000,
  })
}

const unheard = {
  sentence: 'A change is still on its way to Confluence.',
  next: 'Check again in a moment.',
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
