import { agree } from '@shared/text'
import { createStore } from 'zustand/vanilla'
import type { Place, ViewPart } from '@shared/edit'
import type { NodeId } from '@shared/graph'
import { type PictureModel, standInsOf } from '../picture'
import type { View, ViewAct } from '../view'
import { createArranging } from './arranging'
import type { Canvas, Placed, Rest } from './canvas'
import type { CanvasState } from './canvas-state'

type Parts = {
  readonly view: View
  readonly picture: PictureModel
  /** Where nodes stood when the workspace was left. */
  readonly places?: readonly Placed[]
  readonly onAct?: (act: ViewAct) => void
}

/**
 * Where nodes stand, whether or not a canvas is mounted, and what can be asked of the one that is.
 * It knows neither how the canvas draws nor any page.
 */
export function createCanvasStore({ view, picture, places = [], onAct = nobody }: Parts) {
  const store = createStore<CanvasState>(() => ({
    ...{ mounted: null, arranging: false, rest: null },
  }))
  const mounted = (): Canvas | null => store.getState().mounted
  /** Where nodes stand that are not drawn at the moment. */
  const known = new Map<NodeId, Place>(places)
  const positions = (): Placed[] => mounted()?.positions() ?? [...known]

  view.store.subscribe(({ sought }, old) => {
    if (sought === null || sought === old.sought) return
    // What is inside of a shape is seen nearer to only.
    const isNear = picture.isByZoom() && mounted()?.closeUp(sought.nodes, sought.isInto)
    if (isNear === true) return
    const standIns = standInsOf(picture.store.getState().folds)
    mounted()?.reveal(sought.nodes.map((id) => standIns.get(id) ?? id))
  })
  return {
    store,
    positions,
    places: (): ReadonlyMap<NodeId, Place> => known,
    mount: (canvas: Canvas) => store.setState({ mounted: canvas }),
    /** The next canvas draws everything where this one did. */
    unmount: () => {
      for (const [id, place] of positions()) known.set(id, place)
      store.setState({ mounted: null, rest: null })
    },
    rest: (rest: Rest | null) => store.setState({ rest }),
    fit: () => mounted()?.fit(),
    fitNow: () => mounted()?.fitNow(),
    zoomBy: (factor: number) => mounted()?.zoomBy(factor),
    extent: () => mounted()?.extent() ?? null,
    /** Puts nodes, a part of the view and the camera as they were, or as they were before that. */
    put: (part: ViewPart) => {
      const { places: wanted, camera } = part
      if (wanted !== undefined) {
        for (const [id, place] of wanted) known.set(id, place)
        mounted()?.place(wanted)
      }
      view.put(part)
      if (camera === 'fit') mounted()?.fit()
      else if (camera !== undefined) mounted()?.setViewport(camera)
    },
    /** What was put somewhere by hand stays there. */
    moved: (before: Placed[], after: Placed[]) => {
      const was = [...view.store.getState().pinned]
      const pinned = [...new Set([...was, ...after.map(([id]) => id)])]
      view.put({ pinned })
      onAct({
        kind: 'move',
        title: agree(before.length, 'Moved a node.', `Moved ${before.length} nodes.`),
        before: { places: before, pinned: was },
        after: { places: after, pinned },
      })
    },
    ...createArranging({ store, view, picture, positions, onAct }),
  }
}
export type CanvasModel = ReturnType<typeof createCanvasStore>

const nobody = (): void => undefined
