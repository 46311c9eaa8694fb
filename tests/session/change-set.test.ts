import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ChangeLine, toCsv } from '@shared/edit'
import { nodeId, type NodeId } from '@shared/graph'
import type { DemoSite } from '../../electron/demo-site'
import { resultOf } from '../../src/features/edit'
import { applyDraft } from '../../src/features/edit/apply-draft'
import { toApply } from '../../src/features/edit/draft-state'
import { summaryOf } from '../../src/features/edit/review-words'
import type { Session } from '../../src/session'
import { runCommand } from '../unit/electron/cli/run-command'
import { creates, lastAct, madeAt, pagesOf } from './pages'
import { countsIn, newFolder, startSession, startSite } from './start-session'

const bytes = (lines: readonly ChangeLine[]) => new TextEncoder().encode(toCsv([...lines]))

/** As a person sees the draft who reviews it. */
async function reviewed({ draft }: Session): Promise<string> {
  draft.forgetChecks()
  await draft.check()
  const { lines, checks, checking } = draft.store.getState()
  return summaryOf(lines, checks, checking)
}

/** Applies what is chosen in the review; gives the act. */
async function apply({ draft, edits }: Session): Promise<string> {
  const { chosen } = toApply(draft.store.getState())
  let act = ''
  await applyDraft({ draft, edits }, chosen, (entry) => (act = entry))
  return act
}

const actOf = ({ edits }: Session, id: string) => {
  const act = edits.store.getState().entries.find((entry) => entry.id === id)
  if (act === undefined) throw new Error('There is no such act')
  return act
}

/** Retries what failed until nothing is left to retry; gives how often that was. */
async function retryAll(session: Session, id: string): Promise<number> {
  const isFailed = () => actOf(session, id).steps.some(({ state }) => state === 'refused')
  let times = 0
  for (; isFailed(); times += 1) {
    if (times === 12) throw new Error('It fails for ever')
    await session.edits.run(id, { retry: true })
  }
  return times
}

/** Twelve pages; pairs of them: five that are there already, 40 that are not; three bad ends. */
function prepared(site: DemoSite) {
  const pages = pagesOf(site, 12)
  const pairs = pages.flatMap((source) =>
    pages.flatMap((target): [NodeId, NodeId][] => (source === target ? [] : [[source, target]])),
  )
  const there = creates('set-of', pairs.slice(0, 5))
  const fresh = creates('set-of', pairs.slice(5, 45))
  const nowhere = pages
    .slice(0, 3)
    .map((source, at): [NodeId, NodeId] => [source, nodeId({ type: 'content', key: `99999${at}` })])
  const [hub, ...others] = pages
  if (hub === undefined) throw new Error('There is no page')
  const drafted = creates(
    'fed-by',
    others.map((source): [NodeId, NodeId] => [source, hub]),
  )
  return { there, drafted, all: [...there, ...fresh, ...creates('set-of', nowhere)] }
}

/** What the command line says of a change set that it does not send. */
async function dryRun(site: DemoSite, lines: readonly ChangeLine[]) {
  const dataDir = await newFolder()
  const file = join(dataDir, 'set.csv')
  await writeFile(file, bytes(lines))
  const on = ['--site', site.origin, '--email', site.email]
  return runCommand(['apply', file, '--dry-run', ...on], { dataDir, token: site.token })
}

describe('a draft and a change set', () => {
  it('are reviewed, applied in spite of failures, and undone after a restart', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const { there, drafted, all } = prepared(site)
    const first = await startSession(site, { folder })
    const { session } = first
    session.draft.add('Made before.', there)
    await reviewed(session)
    await apply(session)
    const before = await dryRun(site, all)
    expect(before.code).toBe(3)
    expect(before.err).toContain(
      '48 lines: 5 there already, 40 to be sent, 3 with an end that was not found.',
    )

    site.setTraps(['write-500'])
    session.draft.add('Drafted by hand.', drafted)
    expect(await reviewed(session)).toBe('11 changes: 11 new.')
    expect(await session.draft.take('the-48.csv', bytes(all))).toBeNull()
    expect(await reviewed(session)).toBe(
      '59 changes: 51 new, 5 there already, 3 an end is unknown.',
    )
    const [line] = drafted
    if (line === undefined) throw new Error('Nothing is drafted')
    session.draft.toggle(line)
    expect(toApply(session.draft.store.getState()).chosen).toHaveLength(50)
    session.draft.toggle(line)

    const act = await apply(session)
    expect(resultOf(actOf(session, act))).toMatch(/^\d+ of 51 done, \d+ failed$/)
    expect(await retryAll(session, act)).toBeGreaterThan(0)
    expect(resultOf(actOf(session, act))).toBe('all 51 done')
    expect([madeAt(site, 'fed-by'), madeAt(site, 'set-of')]).toEqual([11, 45])
    expect(countsIn(session).relations).toBe(56)
    await first.quit()

    const second = await startSession(site, { folder })
    expect(countsIn(second.session)).toEqual(countsIn(session))
    await second.session.acts.undo()
    const { pending } = second.session.edits.store.getState()
    expect(pending).toMatchObject({ kind: 'undo', entry: { title: 'Applied 51 changes.' } })
    await second.session.acts.undo(true)
    const undone = lastAct(second.session)
    expect(undone.title).toBe('Undone: Applied 51 changes.')
    expect(second.said().at(-1)).toMatch(/^Undo did a part: \d+ of 51 done, \d+ failed\. /)
    await retryAll(second.session, undone.id)
    expect([madeAt(site, 'fed-by'), madeAt(site, 'set-of')]).toEqual([0, 5])
    expect((await dryRun(site, all)).err).toContain('5 there already, 40 to be sent')
  })

  it('that is stopped keeps what was not sent, which can be sent later', async () => {
    const site = await startSite({ latencyMs: 20 })
    const { session } = await startSession(site)
    const { drafted } = prepared(site)
    session.draft.add('Drafted.', drafted)
    await reviewed(session)
    const { chosen } = toApply(session.draft.store.getState())
    let act = ''
    const applied = applyDraft(session, chosen, (entry) => (act = entry))
    await expect.poll(() => madeAt(site, 'fed-by')).toBeGreaterThan(0)
    session.edits.stop(act)
    await applied
    const sent = madeAt(site, 'fed-by')
    expect(sent).toBeLessThan(11)
    expect(resultOf(actOf(session, act))).toBe(`${sent} of 11 done, ${11 - sent} not sent`)
    expect(session.view.store.getState().ghosts).toEqual([])
    await session.acts.sendRest(act)
    expect(resultOf(actOf(session, act))).toBe('all 11 done')
    expect(madeAt(site, 'fed-by')).toBe(11)
  })
})
