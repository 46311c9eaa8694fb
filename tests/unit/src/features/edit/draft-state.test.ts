import { describe, expect, it } from 'vitest'
import { type ChangeLine, lineKey } from '@shared/edit'
import { type Check, toApply, undoableImport } from '../../../../../src/features/edit/draft-state'
import { summaryOf } from '../../../../../src/features/edit/review-words'
import { startProgram } from '../../session/two-pages'

const page = (key: number) => ({
  id: `content:${key}` as const,
  type: 'content' as const,
  key: String(key),
  title: `Page ${key}`,
  status: 'current',
})
const lineOf = (relation: string, action: ChangeLine['action'] = 'create'): ChangeLine => ({
  action,
  relation,
  source: 'content:1',
  target: 'content:2',
  ...(action === 'retype' ? { newName: `${relation}-2` } : {}),
})
const [one, two, three] = [lineOf('one'), lineOf('two'), lineOf('three')]

/** What is known of a draft of three. */
const known = (verdicts: readonly (Check['verdict'] | null)[], leftOut: ChangeLine[] = []) => ({
  lines: [one, two, three],
  checks: new Map(
    [one, two, three].flatMap((line, at) => {
      const verdict = verdicts[at]
      return verdict === null || verdict === undefined
        ? []
        : [[lineKey(line), { verdict }] as const]
    }),
  ),
  leftOut: new Set(leftOut.map(lineKey)),
})

describe('what an apply sends', () => {
  it('waits for lines that are not checked yet', () => {
    expect(toApply(known(['new', null, 'there-already'])).unchecked).toBe(1)
    expect(toApply(known(['new', 'new', 'new']))).toEqual({
      chosen: [one, two, three],
      unchecked: 0,
      failed: 0,
    })
  })

  it('does not wait for those that are left out', () => {
    expect(toApply(known(['new', null, 'there-already'], [two]))).toMatchObject({
      chosen: [one],
      unchecked: 0,
    })
  })

  it('leaves out what could not be checked', () => {
    expect(toApply(known(['new', 'failed', 'new']))).toEqual({
      chosen: [one, three],
      unchecked: 0,
      failed: 1,
    })
  })
})

describe('the summary of a draft', () => {
  it('calls only what is made new', () => {
    const lines = [one, lineOf('two', 'delete'), lineOf('three', 'flip'), lineOf('four', 'retype')]
    const checks = new Map(lines.map((line) => [lineKey(line), { verdict: 'new' } as const]))
    expect(summaryOf(lines, checks, false)).toBe(
      '4 changes: 1 new, 1 to be deleted, 1 to be flipped, 1 to be renamed.',
    )
  })
})

describe('undoing an import', () => {
  const file = (...names: string[]) =>
    new TextEncoder().encode(
      `relation,source,target,action\n${names.map((name) => `${name},content:1,content:2,create\n`).join('')}`,
    )
  const setUp = async () => {
    const { session } = startProgram().openPage()
    session.graph.apply({ entities: [page(1), page(2)], relations: [] })
    session.draft.add('Drafted.', [one])
    expect(await session.draft.take('two.csv', file('one', 'two', 'three'))).toBeNull()
    const names = () => session.draft.store.getState().lines.map(({ relation }) => relation)
    const undoable = () =>
      undoableImport(session.draft.store.getState(), session.edits.store.getState().entries)
    return { session, names, undoable }
  }

  it('takes back what the import brought, and leaves what was drafted before and since', async () => {
    const { session, names, undoable } = await setUp()
    session.draft.add('Drafted.', [lineOf('four')])
    session.draft.remove(two)
    expect(names()).toEqual(['one', 'three', 'four'])
    for (const id of undoable()) await session.acts.undoOne(id)
    expect(names()).toEqual(['one', 'four'])
    expect(undoable()).toEqual([])
  })

  it('takes back a name that was changed in it too', async () => {
    const { session, names, undoable } = await setUp()
    session.vocabulary.learn(['depends-on'])
    await session.draft.take('near.csv', file('dependson', 'unlike'))
    const doubts = () => session.draft.store.getState().notes?.doubts ?? []
    const [doubt] = doubts()
    expect(doubts()).toEqual([{ name: 'dependson', meant: 'depends-on' }])
    if (doubt !== undefined) session.draft.settleDoubt(doubt, true)
    expect(doubts()).toEqual([])
    expect(names()).toEqual(['one', 'two', 'three', 'depends-on', 'unlike'])
    for (const id of [...undoable()].reverse()) await session.acts.undoOne(id)
    expect(names()).toEqual(['one', 'two', 'three'])
    expect(undoable()).toEqual([])
  })

  it('is not offered once all of it is applied', async () => {
    const { session, undoable } = await setUp()
    session.draft.put([one, two])
    expect(undoable()).toHaveLength(1)
    session.draft.settle([one, two])
    expect(undoable()).toEqual([])
  })

  it('is not offered where all was in the draft already', async () => {
    const { session, undoable } = await setUp()
    await session.draft.take('again.csv', file('two'))
    expect(undoable()).toEqual([])
    expect(session.draft.store.getState().notes?.sentences).toEqual([
      '1 were in the draft already.',
    ])
  })
})
