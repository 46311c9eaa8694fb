import { describe, expect, it } from 'vitest'
import { createViewStore, keptView } from '../../../../../src/features/view/store'
import type { ViewAct } from '../../../../../src/features/view/view-state'

describe('acts on the view', () => {
  const setUp = () => {
    const acts: ViewAct[] = []
    const view = createViewStore(null, [], (act) => acts.push(act))
    return { view, acts, state: () => view.store.getState() }
  }

  it('are told with what was before and after, so that they can be put back', () => {
    const { view, acts, state } = setUp()
    view.hide(['content:1'])
    view.toggleRelation('link')
    view.setOnlyState('forbidden')
    view.showAll()
    expect(acts.map(({ kind }) => kind)).toEqual(['hide', 'filter', 'filter', 'show'])
    for (const act of acts.toReversed()) view.put(act.before)
    expect(keptView(state())).toEqual(keptView(setUp().state()))
    for (const act of acts) view.put(act.after)
    expect(state().hiddenNodes.size + state().hiddenRelations.size).toBe(0)
  })

  it('are not told where nothing changed', () => {
    const { view, acts } = setUp()
    view.showAll()
    view.release(['content:1'])
    expect(acts).toEqual([])
  })

  it('pin what was moved by hand, and undo lets it go again', () => {
    const { view, acts, state } = setUp()
    view.moved([['content:1', { x: 0, y: 0 }]], [['content:1', { x: 5, y: 5 }]])
    expect([...state().pinned]).toEqual(['content:1'])
    view.put(acts[0]?.before ?? {})
    expect(state().pinned.size).toBe(0)
    expect(view.places().get('content:1')).toEqual({ x: 0, y: 0 })
  })

  it('come back from what a workspace kept', () => {
    const { view, state } = setUp()
    view.pin(['content:2'])
    view.hide(['content:1'])
    view.addStart('content:3')
    const again = createViewStore(keptView(state()))
    expect(keptView(again.store.getState())).toEqual(keptView(state()))
  })
})
