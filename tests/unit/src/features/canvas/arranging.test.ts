import { beforeEach, describe, expect, it } from 'vitest'
import type { NodeId } from '../../../../../src/shared/graph'
import type { Canvas, Placed } from '../../../../../src/features/canvas/canvas'
import { createViewStore, type View } from '../../../../../src/features/view/store'
import type { ViewAct } from '../../../../../src/features/view/view-state'

const a: NodeId = 'content:a'

/** A canvas with one node, whose layouts end when the test says so. */
function fakeCanvas() {
  let at = { x: 0, y: 0 }
  const ends: ((done: boolean) => void)[] = []
  const canvas = {
    positions: (): Placed[] => [[a, at]],
    place: (places: readonly Placed[]) => {
      for (const [, point] of places) at = point
    },
    arrange: () => {
      ends.at(-1)?.(false)
      return new Promise<boolean>((resolve) => ends.push(resolve))
    },
    stopArranging: () => ends.at(-1)?.(false),
    fit: () => undefined,
  }
  return {
    // Only what a layout uses; the rest of the canvas is not there to be asked.
    canvas: canvas as unknown as Canvas,
    put: (x: number) => (at = { x, y: 0 }),
    end: () => ends.at(-1)?.(true),
    x: () => at.x,
  }
}

describe('arranging', () => {
  let fake: ReturnType<typeof fakeCanvas>
  let view: View
  let acts: ViewAct[]
  beforeEach(() => {
    fake = fakeCanvas()
    acts = []
    view = createViewStore(null, [], (act) => acts.push(act))
    view.setCanvas(fake.canvas)
  })

  it('can be taken back in one act', async () => {
    const arranged = view.arrange('grid')
    fake.put(70)
    fake.end()
    await arranged
    expect(acts).toMatchObject([
      { before: { places: [[a, { x: 0 }]] }, after: { places: [[a, { x: 70 }]] } },
    ])
    expect(view.store.getState().arranging).toBe(false)
  })

  it('puts all back where it stood when it is stopped', async () => {
    const arranged = view.arrange('force')
    fake.put(33)
    expect(view.store.getState().arranging).toBe(true)
    view.stopArranging()
    await arranged
    expect(fake.x()).toBe(0)
    expect(acts).toEqual([])
    expect(view.store.getState().arranging).toBe(false)
  })

  it('goes back to before the first of two when the second is asked for meanwhile', async () => {
    const first = view.arrange('force')
    fake.put(33)
    const second = view.arrange('grid')
    await first
    expect(view.store.getState().arranging).toBe(true)
    expect(fake.x()).toBe(33)
    fake.put(80)
    fake.end()
    await second
    expect(acts).toHaveLength(1)
    expect(acts[0]?.before.places).toEqual([[a, { x: 0, y: 0 }]])
  })
})
