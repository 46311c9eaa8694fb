import { describe, expect, it } from 'vitest'
import { createViewStore, keptView } from '../../../../../src/features/view/store'
import type { ViewAct } from '../../../../../src/features/view/view-state'

describe('acts on the view', () => {
  const setUp = () => {
    const acts: ViewAct[] = []
    const view = createViewStore(null, (act) => acts.push(act))
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

  it('come back from what a workspace kept', () => {
    const { view, state } = setUp()
    view.pin(['content:2'])
    view.hide(['content:1'])
    view.addStart('content:3')
    const again = createViewStore(keptView(state()))
    expect(keptView(again.store.getState())).toEqual(keptView(state()))
  })
})
