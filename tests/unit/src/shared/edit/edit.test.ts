import { describe, expect, it } from 'vitest'
import { describeEdit, Edit, invert } from '@shared/edit'
import { type NodeId, relationOf } from '@shared/graph'

const bare = relationOf('depends-on', 'content:1', 'content:2')
const full = relationOf('depends-on', 'content:1', 'content:2', {
  createdBy: { key: '712020:anna', name: 'Anna Lee' },
  createdAt: '2026-03-04T05:06:07.000Z',
})
const titleOf = (id: NodeId) => (id === 'content:1' ? 'Billing' : 'Accounts')

describe('an edit', () => {
  it('is undone by its inverse', () => {
    expect(invert({ kind: 'create', relation: full })).toEqual({ kind: 'delete', relation: full })
    expect(invert(invert({ kind: 'create', relation: bare }))).toEqual({
      kind: 'create',
      relation: bare,
    })
  })

  it('forgets creator and date when a deleted relation is made again', () => {
    expect(invert({ kind: 'delete', relation: full })).toEqual({ kind: 'create', relation: bare })
  })

  it('is told in a sentence', () => {
    expect(describeEdit({ kind: 'create', relation: full }, titleOf)).toBe(
      'Create “depends-on” from “Billing” to “Accounts”.',
    )
    expect(describeEdit({ kind: 'delete', relation: bare }, titleOf)).toBe(
      'Delete “depends-on” from “Billing” to “Accounts”.',
    )
  })

  it('names creator and date of what is deleted', () => {
    expect(describeEdit({ kind: 'delete', relation: full }, titleOf)).toBe(
      'Delete “depends-on” from “Billing” to “Accounts”, created by Anna Lee on 4 Mar 2026.',
    )
  })

  it('is read back from what was written down', () => {
    const edit: Edit = { kind: 'delete', relation: full }
    expect(Edit.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
    expect(Edit.safeParse({ kind: 'rename', relation: full }).success).toBe(false)
  })
})
