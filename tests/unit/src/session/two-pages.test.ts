import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { ChangeLine } from '@shared/edit'
import { relationOf } from '@shared/graph'
import type { Session } from '../../../../src/session'
import { orderOf, orderOn, seenInFile, seenOn, startProgram } from './two-pages'

const runs = process.env['LONG_TESTS'] === '1' ? 400 : 12

const page = (key: number) => ({
  id: `content:${key}` as const,
  type: 'content' as const,
  key: String(key),
  title: `Page ${key}`,
  status: 'current',
})
const lineOf = (name: string): ChangeLine => ({
  action: 'create',
  relation: name,
  source: 'content:1',
  target: 'content:2',
})

/** Each says what is to be, whatever was before, so that one page can do in a row what two do. */
const acts = {
  draw: ({ graph }: Session, at: number) =>
    graph.apply({
      entities: [page(at)],
      relations: at === 0 ? [] : [relationOf('link', `content:${at}`, 'content:0')],
    }),
  take: ({ graph }: Session, at: number) => graph.remove({ nodes: [`content:${at}`] }),
  place: ({ graph, canvas, workspace }: Session, at: number) => {
    graph.apply({ entities: [page(at)], relations: [] })
    canvas.put({ places: [[`content:${at}`, { x: at, y: 2 }]] })
    workspace.touch()
  },
  draft: ({ draft }: Session, at: number) => draft.add('Drafted.', [lineOf(`r${at}`)]),
  strike: ({ draft }: Session, at: number) => draft.remove(lineOf(`r${at}`)),
  hide: ({ view }: Session, at: number) => view.hide([`content:${at}`]),
  pin: ({ view }: Session, at: number) => view.pin([`content:${at}`]),
  filter: ({ view }: Session, at: number) => view.setFilter({ text: `text ${at}` }),
  degree: ({ view }: Session, at: number) => view.setFilter({ minDegree: at }),
  height: ({ view }: Session, at: number) => view.setOutline({ height: 100 + at }),
  keep: ({ view }: Session, at: number) => view.saveView(`view ${at}`),
  word: ({ vocabulary }: Session, at: number) =>
    vocabulary.put({ name: `r${at}`, note: `note ${at}` }),
  forget: ({ vocabulary }: Session, at: number) => vocabulary.forget(`r${at}`),
  depth: ({ crawl }: Session, at: number) => crawl.setFollow({ depth: 1 + at }),
  count: ({ crawl }: Session, at: number) => crawl.addCalls(at),
}
type ActName = keyof typeof acts
const names = Object.keys(acts) as ActName[]

const act = fc.record({
  what: fc.constantFrom(...names),
  at: fc.nat(4),
  second: fc.boolean(),
  /** Whether the page then saves, without anybody waiting for it to be heard. */
  saves: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const story = (most: number) => fc.array(act, { minLength: 2, maxLength: most })

const patience = { timeout: 20_000, interval: 20 }

async function untilSame(program: ReturnType<typeof startProgram>, sessions: readonly Session[]) {
  for (const { workspace } of sessions) await workspace.flush()
  for (const session of sessions) {
    // Both sides are read each time: what arrives may have a page save once more.
    await vi.waitFor(() => {
      expect(seenOn(session)).toEqual(seenInFile(program.state()))
      expect(orderOn(session)).toEqual(orderOf(program.state()))
    }, patience)
  }
}

/** One page does all of it. */
async function alone(told: readonly Act[]) {
  const program = startProgram()
  const { session } = program.openPage()
  for (const { what, at } of told) acts[what](session, at)
  await untilSame(program, [session])
  return program.state()
}

describe('two pages of one workspace', () => {
  it('end where one page would that does all of it, as each hears of the other', async () => {
    await fc.assert(
      fc.asyncProperty(story(10), async (told) => {
        const program = startProgram()
        const [first, second] = [program.openPage().session, program.openPage().session]
        for (const { what, at, second: isSecond } of told) {
          acts[what](isSecond ? second : first, at)
          await untilSame(program, [first, second])
        }
        expect(seenInFile(program.state())).toEqual(seenInFile(await alone(told)))
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  }, 600_000)

  it('show the same in the end where both act at once, and where one sleeps meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(story(30), fc.nat(30), async (told, asleep) => {
        const program = startProgram()
        const [one, other] = [program.openPage(), program.openPage()]
        for (const [at, { what, at: which, second, saves }] of told.entries()) {
          if (at === asleep) other.sleep()
          const { session } = second ? other : one
          acts[what](session, which)
          if (saves) await session.workspace.flush()
        }
        other.sleep()
        other.wake()
        await untilSame(program, [one.session, other.session])
      }),
      { numRuns: runs },
    )
  }, 600_000)

  it('lose nothing of what only one of them did, also while the other sleeps for long', async () => {
    const program = startProgram()
    const [one, other] = [program.openPage(), program.openPage()]
    other.sleep()
    for (let at = 0; at < 70; at += 1) {
      one.session.draft.add('Drafted.', [lineOf(`one-${at}`)])
      await one.session.workspace.flush()
    }
    other.session.draft.add('Drafted.', [lineOf('other')])
    other.session.view.hide(['content:1'])
    other.wake()
    await untilSame(program, [one.session, other.session])
    expect(one.session.draft.store.getState().lines).toHaveLength(71)
    expect([...one.session.view.store.getState().hiddenNodes]).toEqual(['content:1'])
  })

  it('undo each its own act, and that of a page that is gone', async () => {
    const program = startProgram()
    const [one, other] = [program.openPage(), program.openPage()]
    const lines = () => program.state().draft.map(({ relation }) => relation)
    const pages = () => one.session.edits.store.getState().pages.size
    await expect.poll(pages).toBe(2)
    one.session.draft.add('Drafted.', [lineOf('mine')])
    await untilSame(program, [one.session, other.session])
    other.session.draft.add('Drafted.', [lineOf('theirs')])
    await untilSame(program, [one.session, other.session])
    await one.session.acts.undo()
    await untilSame(program, [one.session, other.session])
    expect(lines()).toEqual(['theirs'])
    await one.session.acts.redo()
    await untilSame(program, [one.session, other.session])
    expect(lines().sort()).toEqual(['mine', 'theirs'])
    await one.session.acts.undo()
    await one.session.acts.undo()
    await untilSame(program, [one.session, other.session])
    expect(lines()).toEqual(['theirs'])

    other.sleep()
    await expect.poll(pages).toBe(1)
    await one.session.acts.undo()
    await untilSame(program, [one.session])
    expect(lines()).toEqual([])
  })
})
