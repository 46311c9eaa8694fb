import { describe, expect, it } from 'vitest'
import {
  actKeys,
  acts,
  type KeyPress,
  keyWords,
  listedActs,
  menuOf,
  plainTitle,
  pressAnywhere,
  pressAtNodes,
  titleOf,
} from '../../../../src/commands'
import type { Failure } from '@shared/failure'
import type { Spot } from '../../../../src/features/canvas'
import type { MenuItem } from '../../../../src/ui'
import { a, b, c, createWorkbench, link, owns } from './workbench'

const keyed = acts.filter(({ keys }) => keys !== undefined)

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
})

const flat = (items: readonly MenuItem[]): MenuItem[] =>
  items.flatMap((item) => (item.kind === 'more' ? flat(item.items) : [item]))

const actItem = (items: readonly MenuItem[], label: string) => {
  const item = flat(items).find((one) => one.kind === 'act' && one.label === label)
  if (item?.kind !== 'act') throw new Error(`The menu has no “${label}”`)
  return item
}

/** Everything that acts could need to be offered. */
function ready() {
  const bench = createWorkbench()
  bench.view.setPath({ from: c, to: null })
  bench.view.setNear({ centres: [a], steps: 2 })
  bench.view.setFocus(a)
  return { ...bench, context: { ...bench.workbench, on: { nodes: [a], edges: [owns.id] } } }
}

describe('the list of acts', () => {
  it('has acts with keys', () => {
    expect(keyed.length).toBeGreaterThan(25)
  })

  it('gives no keys to two acts', () => {
    const keys = keyed.flatMap((act) => act.keys ?? [])
    expect(keys).toEqual([...new Set(keys)])
  })

  it.each(keyed)('$id is in the sheet of keys', (act) => {
    const rows = actKeys().flatMap((section) => section.rows)
    const wanted = (act.keys ?? []).map(keyWords)
    const inRow = (keys: readonly string[]) =>
      wanted.every((key) => keys.includes(key)) ||
      keys.some((range) => {
        const [first = '', last = ''] = range.split(' to ')
        return wanted.every((key) => key >= first && key <= last && last !== '')
      })
    expect(rows.some((row) => inRow(row.keys))).toBe(true)
  })

  it.each(keyed)('$id is in the palette, with its keys', (act) => {
    const listed = listedActs(ready().context).find(({ id }) => id === act.id)
    expect(listed?.keys).toBe(keyWords(act.keys?.[0] ?? ''))
  })

  const spots: Readonly<Partial<Record<string, Spot>>> = {
    node: { kind: 'node', id: a },
    relation: { kind: 'edge', id: owns.id },
    graph: { kind: 'background' },
  }
  it.each(keyed.filter(({ group }) => group in spots))('$id is in the menu', (act) => {
    const { context } = ready()
    const { items } = menuOf(spots[act.group] ?? { kind: 'background' }, context)
    const item = actItem(items, titleOf(act, context))
    expect(item.keys).toBe(keyWords(act.keys?.[0] ?? ''))
  })

  it.each(acts)('$id has a title that reads without a name', (act) => {
    expect(plainTitle(act)).toMatch(/^\S.*[^ ]$/)
    expect(plainTitle(act)).not.toMatch(/[{}]| {2}| …/)
  })
})

describe('key and menu', () => {
  const letters: readonly [key: string, label: string][] = [
    ['h', 'Hide'],
    ['e', 'Expand'],
    ['c', 'Connect to…'],
    ['p', 'Path from here'],
    ['2', 'Focus: 2 steps from here'],
  ]
  it.each(letters)('%s and “%s” do the same to the same selection', (key, label) => {
    const on = { nodes: [a, b], edges: [] }
    const byKey = createWorkbench()
    byKey.view.select(on)
    const before = byKey.view.store.getState()
    expect(pressAtNodes(press(key), { ...byKey.workbench, on }, { singles: true })).toBe(true)
    const byMenu = createWorkbench()
    byMenu.view.select(on)
    actItem(menuOf({ kind: 'node', id: a }, { ...byMenu.workbench, on }).items, label).onPick()
    expect(byMenu.done).toEqual(byKey.done)
    expect(byMenu.view.store.getState()).toEqual(byKey.view.store.getState())
    expect([byKey.done, byKey.view.store.getState()]).not.toEqual([[], before])
  })

  it('delete all selected relations, and ask once', () => {
    const on = { nodes: [], edges: [link.id, owns.id] }
    const { workbench, done } = createWorkbench()
    pressAtNodes(press('Delete'), { ...workbench, on }, { singles: true })
    const { items } = menuOf({ kind: 'edge', id: owns.id }, { ...workbench, on })
    actItem(items, 'Delete relation…').onPick()
    expect(done).toEqual([
      ['delete', [link, owns]],
      ['delete', [link, owns]],
    ])
  })

  it('say why nothing may be changed', () => {
    const readOnly: Failure = { kind: 'read-only', site: 'example', scopes: [] }
    const { workbench, done } = createWorkbench({ readOnly })
    const context = { ...workbench, on: { nodes: [a], edges: [] } }
    expect(pressAtNodes(press('c'), context, { singles: true })).toBe(true)
    expect(done).toMatchObject([['say', { tone: 'bad' }]])
    const { items } = menuOf({ kind: 'node', id: a }, context)
    expect(actItem(items, 'Connect to…').disabled).toBeTruthy()
    expect(listedActs(context).map(({ id }) => id)).not.toContain('connect')
  })

  it('know that Confluence keeps its own links', () => {
    const { workbench } = createWorkbench()
    const context = { ...workbench, on: { nodes: [], edges: [link.id] } }
    const { items } = menuOf({ kind: 'edge', id: link.id }, context)
    for (const label of ['Flip direction', 'Rename relation…', 'Delete relation…']) {
      expect(actItem(items, label).disabled).toBeTruthy()
    }
  })

  it('name what they act on only where it is not seen', () => {
    const { workbench } = createWorkbench()
    const titles = (nodes: (typeof a)[]) =>
      listedActs({ ...workbench, on: { nodes, edges: [owns.id] } }).map(({ title }) => title)
    expect(titles([a])).toContain('Connect “Page a” to…')
    expect(titles([a, b])).toContain('Connect 2 nodes to…')
    expect(titles([a])).toContain('Flip relation “owns”')
  })
})

describe('keys that work everywhere', () => {
  const anywhere = { singles: true, onControl: false, typing: false }

  it('undo, but not what is being typed', () => {
    const { workbench, done } = createWorkbench()
    const context = { ...workbench, on: { nodes: [], edges: [] } }
    const undo = press('z', { ctrlKey: true })
    expect(pressAnywhere(undo, context, { ...anywhere, onControl: false, typing: true })).toBe(
      false,
    )
    expect(pressAnywhere(undo, context, anywhere)).toBe(true)
    expect(done).toEqual([['undo']])
  })

  it('find and open the palette, also from a box', () => {
    const { workbench, done } = createWorkbench()
    const context = { ...workbench, on: { nodes: [], edges: [] } }
    const typing = { singles: false, onControl: false, typing: true }
    pressAnywhere(press('f', { ctrlKey: true }), context, typing)
    pressAnywhere(press('k', { ctrlKey: true }), context, typing)
    expect(done).toEqual([['find'], ['show', { kind: 'palette' }]])
  })

  it('leave single letters to a button, but never help', () => {
    const { workbench, done } = createWorkbench()
    const context = { ...workbench, on: { nodes: [], edges: [] } }
    const onButton = { ...anywhere, onControl: true }
    expect(pressAnywhere(press('o'), context, onButton)).toBe(false)
    expect(pressAnywhere(press('?', { shiftKey: true }), context, onButton)).toBe(true)
    expect(done).toEqual([['show', { kind: 'keys' }]])
  })

  it('are left alone where single letters are not theirs', () => {
    const { workbench, done } = createWorkbench()
    const context = { ...workbench, on: { nodes: [a], edges: [] } }
    expect(
      pressAnywhere(press('o'), context, { singles: false, onControl: false, typing: false }),
    ).toBe(false)
    expect(pressAtNodes(press('e'), context, { singles: false })).toBe(false)
    expect(done).toEqual([])
  })
})
