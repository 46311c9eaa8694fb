import { describe, expect, it } from 'vitest'
import { createTitleIndex } from '../../../../../electron/services/map/title-index'
import { type Checked, resolveTarget } from '../../../../../electron/services/map/resolve-target'
import type { Target } from '../../../../../electron/services/markup'
import type { PageRow } from '../../../../../electron/services/remote'

const row = (id: string, title: string, space = 'ENG', more: object = {}): PageRow => ({
  entity: {
    id: `content:${id}`,
    type: 'content',
    key: id,
    title,
    status: 'current',
    subtype: 'page',
    space: { key: space, name: space },
    ...more,
  },
  spaceId: '1',
  parentId: null,
  version: 1,
  markup: null,
})
const spaceOf = (key: string) =>
  ({
    entity: { id: `space:${key}`, type: 'space', key, title: key, status: 'current' },
    id: '1',
    homepageId: '100',
  }) as const

function indexed(...rows: PageRow[]) {
  const index = createTitleIndex()
  index.addSpace(spaceOf('ENG'))
  index.addSpace(spaceOf('OPS'))
  for (const { entity } of rows) index.addPage(entity)
  return index
}
const from = { id: '1', spaceKey: 'ENG', parentId: '50' }
const unchecked: Checked = { seen: new Set(), missing: new Set(), spaceNodes: new Map() }

describe('resolving what a page names', () => {
  const index = indexed(
    row('1', 'Pumps'),
    row('2', 'Pumps\u200b'),
    row('3', 'Valves'),
    row('4', 'Pumps', 'OPS'),
    row('5', 'Café au lait'),
    row('6', 'Twin'),
    row('7', 'TWIN'),
    row('8', 'News', 'ENG', { subtype: 'blogpost', createdAt: '2026-01-02T23:30:00Z' }),
    row('9', 'News', 'ENG', { subtype: 'blogpost', createdAt: '2026-02-02T10:00:00Z' }),
    row('10', 'Word: Title'),
    row('11', 'ops:Pumps of old'),
  )
  const resolve = (target: Target) => resolveTarget(target, from, index, unchecked)
  const leadsTo = (id: string) => ({ kind: 'node', node: `content:${id}` })
  const open = (names: string, state: string) => ({ kind: 'open', names, state })

  it.each([
    ['a title of the own space', { kind: 'page', title: 'Valves' }, leadsTo('3')],
    ['the same title elsewhere', { kind: 'page', title: 'Pumps', space: 'OPS' }, leadsTo('4')],
    ['a space key in another case', { kind: 'page', title: 'Pumps', space: 'ops' }, leadsTo('4')],
    ['a title in another case', { kind: 'page', title: 'vALVES' }, leadsTo('3')],
    ['a letter without a width', { kind: 'page', title: 'Pumps\u200b' }, leadsTo('2')],
    [
      'letters composed otherwise, and an unbreakable space',
      { kind: 'page', title: 'Cafe\u0301 au\u00a0lait' },
      leadsTo('5'),
    ],
    ['one of two that differ in case, exactly', { kind: 'page', title: 'TWIN' }, leadsTo('7')],
    ['either of two', { kind: 'page', title: 'twin' }, open('ENG:twin', 'ambiguous')],
    ['nothing', { kind: 'page', title: 'Nowhere' }, open('ENG:Nowhere', 'not-seen')],
    [
      'a space that was not mapped',
      { kind: 'page', title: 'X', space: 'HR' },
      open('HR:X', 'not-checked'),
    ],
    [
      'a blog post by its day',
      { kind: 'blogpost', title: 'News', day: '2026-02-02' },
      leadsTo('9'),
    ],
    [
      'a blog post of two without its day',
      { kind: 'blogpost', title: 'News' },
      open('ENG:News', 'ambiguous'),
    ],
    ['KEY:Title of a mapped space', { kind: 'name', text: 'OPS:Pumps' }, leadsTo('4')],
    ['a title with a colon', { kind: 'name', text: 'Word: Title' }, leadsTo('10')],
    ['the home page', { kind: 'relative', word: 'home' }, leadsTo('100')],
    ['the page above', { kind: 'relative', word: 'parent' }, leadsTo('50')],
    ['an id that was listed', { kind: 'content', id: '3' }, leadsTo('3')],
    ['an id of elsewhere', { kind: 'content', id: '77' }, open('content:77', 'not-checked')],
    ['a space by its key', { kind: 'space', key: 'ops' }, { kind: 'node', node: 'space:OPS' }],
    ['nothing that is drawn', { kind: 'none', why: 'outside' }, { kind: 'nothing' }],
  ] as const)('%s', (_, target, resolved) => {
    expect(resolve(target)).toEqual(resolved)
  })

  it('tells an id that was looked for in vain from one that was not looked for', () => {
    const missing = new Set(['content:77' as const])
    const checked = { ...unchecked, missing }
    expect(resolveTarget({ kind: 'content', id: '77' }, from, index, checked)).toEqual(
      open('content:77', 'not-seen'),
    )
  })
})
