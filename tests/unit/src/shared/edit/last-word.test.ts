import { describe, expect, it } from 'vitest'
import { type Entry, holdsAsDone, isSuperseded, stepsOf } from '@shared/edit'
import { type NodeId, relationOf } from '@shared/graph'

const base = { at: new Date(0).toISOString(), session: 's', person: 'me', title: '', of: null }
const line = (action: 'create' | 'delete', target: NodeId) =>
  ({ action, relation: 'explains', source: 'content:0', target }) as const

const atServer = (id: string, action: 'create' | 'delete', target: NodeId): Entry => ({
  ...base,
  id,
  kind: action,
  steps: stepsOf([line(action, target)], () => relationOf('explains', 'content:0', target)).map(
    (step) => ({ ...step, state: 'confirmed' as const }),
  ),
  view: null,
})
const drafted = (id: string, before: NodeId[], after: NodeId[]): Entry => ({
  ...base,
  id,
  kind: 'draft',
  steps: [],
  view: {
    before: { draft: before.map((target) => line('create', target)) },
    after: { draft: after.map((target) => line('create', target)) },
  },
})
const undone = (of: Entry): Entry => ({
  ...base,
  id: `undo ${of.id}`,
  kind: 'undo',
  of: of.id,
  steps: [],
  view: null,
})

describe('an act', () => {
  const one = atServer('one', 'create', 'content:1')

  it('holds as done while nothing is done to the same relation', () => {
    expect(holdsAsDone('one', [one, atServer('two', 'create', 'content:2')])).toBe(true)
  })

  it('is superseded by one that is about the same relation', () => {
    const all = [one, atServer('two', 'delete', 'content:1')]
    expect(isSuperseded(one, all)).toBe(true)
    expect(holdsAsDone('one', all)).toBe(false)
    expect(holdsAsDone('two', all)).toBe(true)
  })

  it('no longer holds when it is undone', () => {
    const hid = { ...drafted('hid', [], ['content:1']) }
    expect(holdsAsDone('hid', [hid])).toBe(true)
    expect(holdsAsDone('hid', [hid, undone(hid)])).toBe(false)
  })

  it('of a draft goes with the apply, and with what is done to its line', () => {
    const first = drafted('first', [], ['content:1'])
    const second = drafted('second', ['content:1'], ['content:1', 'content:2'])
    expect(holdsAsDone('first', [first, second])).toBe(true)
    const emptied = drafted('emptied', ['content:1', 'content:2'], [])
    expect(holdsAsDone('first', [first, second, emptied])).toBe(false)
    const applied: Entry = { ...atServer('applied', 'create', 'content:1'), kind: 'change-set' }
    expect(holdsAsDone('first', [first, second, applied])).toBe(false)
    expect(holdsAsDone('second', [first, second, applied])).toBe(false)
  })
})
