import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChangeLine, takenBack, type ViewPart } from '@shared/edit'
import type { NodeId } from '@shared/graph'

const ids: NodeId[] = ['content:1', 'content:2', 'content:3', 'content:4']
const some = fc.subarray(ids)
const line = (target: NodeId): ChangeLine => ({
  action: 'create',
  relation: 'explains',
  source: 'content:0',
  target,
})

describe('one change taken back', () => {
  it('leaves what others added and removed since', () => {
    const change = { before: { hiddenNodes: [] }, after: { hiddenNodes: ['content:1' as const] } }
    const now: ViewPart = { hiddenNodes: ['content:1', 'content:2'] }
    expect(takenBack(now, change)).toEqual({ hiddenNodes: ['content:2'] })
  })

  it('takes its own lines out of a draft that has grown since', () => {
    const [one, two] = [line('content:1'), line('content:2')]
    const change = { before: { draft: [] }, after: { draft: [one] } }
    expect(takenBack({ draft: [one, two] }, change)).toEqual({ draft: [two] })
    // A line that was taken out since is not taken out again, nor brought back.
    expect(takenBack({ draft: [two] }, change)).toEqual({ draft: [two] })
  })

  it('takes back one value only where it is still its own', () => {
    const change = { before: { groupBy: null }, after: { groupBy: 'space' as const } }
    expect(takenBack({ groupBy: 'space' }, change)).toEqual({ groupBy: null })
    expect(takenBack({ groupBy: 'community' }, change)).toEqual({})
  })

  it('is what was before where nothing was done since', () => {
    fc.assert(
      fc.property(some, some, (was, is) => {
        const change = { before: { pinned: was }, after: { pinned: is } }
        expect(new Set(takenBack({ pinned: is }, change).pinned)).toEqual(new Set(was))
      }),
    )
  })

  it('keeps what another change added, in whatever order the two are taken back', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const one = { before: { pinned: [] }, after: { pinned: first } }
        const both = [...new Set([...first, ...second])]
        const left = takenBack({ pinned: both }, one).pinned ?? []
        expect(new Set(left)).toEqual(new Set(second.filter((id) => !first.includes(id))))
      }),
    )
  })
})
